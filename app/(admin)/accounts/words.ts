export const roleName = (role: "ADMIN" | "ORGANISER"): string => (role === "ADMIN" ? "Admin" : "Organiser");

export const dayOf = (at: Date, timeZone: string): string =>
  at.toLocaleDateString("en-GB", { timeZone, day: "numeric", month: "short", year: "numeric" });
