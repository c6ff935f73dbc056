/** Signing in, and what can be wrong with it. */
export const signIn = {
  title: "Sign in",
  email: "Email",
  password: "Password",
  pending: "Signing in",
  failed: "Signing in did not work",
  missing: "Enter your email and password",
  wrong: "Wrong email or password.",
  invited: "Invited to a meeting? You need no account: the link in your invitation takes you there.",
  forgotten: "Forgot your password? An admin can set a new one.",
  show: "Show",
  hide: "Hide",
  showPassword: "Show password",
  hidePassword: "Hide password",
  tooManyAttempts: (time: string, place: string) => `Too many attempts. Try again at ${time} (${place}).`,
};
