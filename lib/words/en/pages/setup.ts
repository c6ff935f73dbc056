/** From the printed link to the first meeting. */
export const setup = {
  title: "Set up",
  step: (step: number) => `Step ${step} of 3`,
  admin: {
    title: "Create your admin account",
    description: "Welcome. This is the first account. You can add more people later.",
    name: "Your name",
    nameHint: "Shown in invitations and in the meeting.",
    email: "Email",
    emailHint: "You sign in with it, and participants’ replies go to it.",
    password: "Password",
    passwordHint: (least: number) =>
      `At least ${least} characters. A few words in a row are easier to remember than symbols.`,
    timeZone: "Time zone",
    timeZoneHint: "Times are shown in it, and new meetings start with it.",
    submit: "Create your account",
    pending: "Creating your account",
  },
  link: {
    wrong: "This set-up link is not the right one",
    missing: "Latchkey is not set up yet",
    description: "Open the set-up link that was printed where Latchkey was started.",
    where:
      "Look for the address that ends in a code, in the terminal or in the log of the service. Only somebody with that address can create the first account.",
    newest:
      "Has Latchkey been started with another APP_SECRET or data folder since? Then the link has changed: use the newest one.",
    refused: "This set-up link is not the right one. Open the link that was printed where Latchkey was started.",
  },
  domain: {
    tab: "Add your Jitsi",
    title: "Where do you meet?",
    description: "Connect your Jitsi server. The secret lets Latchkey create personal links.",
    submit: "Add domain and continue",
    madeTitle: "Give your Jitsi server its secret",
    madeDescription: "It is shown once. Pass these lines to whoever runs the server.",
    skip: "Skip for now",
    skipHint: "You can add a domain later, but no meeting can be scheduled without one.",
  },
  done: {
    tab: "Ready",
    title: "You are ready",
    description: "Everybody you invite gets a calendar invitation with their own link.",
    linksWork: "Links work as soon as your Jitsi server knows the app secret.",
    linesAt:
      "The lines to paste there have a placeholder where the secret goes, which was shown only once. You find them on the page of this domain:",
    schedule: "Schedule your first meeting",
    addColleague: "Add a colleague",
    leftTitle: "One thing is left",
    leftDescription: "Your account is ready. To schedule a meeting, Latchkey needs a Jitsi server to hold it on.",
    leftLines: "The domain’s page then shows the lines to paste into the settings of your Jitsi server.",
    addDomain: "Add a domain",
    toMeetings: "Go to your meetings",
  },
};
