/** In place of a page that failed or does not exist. */
export const failures = {
  title: "That did not work",
  tab: "Error · Latchkey",
  savedIsSafe: "Something failed on our side. What was saved before is still saved. Please try again.",
  tryLater: "Something failed on our side. Please try again in a moment.",
  tryAgain: "Try again",
  reference: "Reference for your administrator:",
  notFound: "Not found",
  nothingHere: "There is nothing here",
  /** Whether something is gone or somebody else's is not told. */
  whyNothing: "The address may be incomplete, or you may not see what it led to.",
  toStart: "Go to the start page",
  toMeetings: "Go to your meetings",
};
