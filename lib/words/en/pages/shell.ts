/** The frame around every page of a signed-in person. */
export const shell = {
  meetings: "Meetings",
};
