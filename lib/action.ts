import { isRedirectError } from "next/dist/client/components/redirect-error";
import { headers } from "next/headers";
import { z } from "zod";
import { requireAdmin, type Viewer, viewer } from "@/lib/auth";
import { inRequest } from "@/lib/in-request";
import { errorOf, type InputError } from "@/lib/input-error";
import { log } from "@/lib/log";

export type FormState = {
  fieldErrors?: Partial<Record<string, string[]>>;
  formErrors?: string[];
  /** What was typed, by field name, without secrets. */
  values?: Record<string, string>;
  notice?: string;
};

export type FormAction<State extends FormState = FormState> = (previous: FormState, form: FormData) => Promise<State>;

const neverSentBack = /password|secret|code/i;

export function typedValues(form: FormData): Record<string, string> {
  const texts = [...form.entries()].filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return Object.fromEntries(texts.filter(([name]) => !name.startsWith("$ACTION") && !neverSentBack.test(name)));
}

/** Set by the server (scripts/serve.ts) from the connection, never by the client. */
export async function clientAddress(): Promise<string> {
  return (await headers()).get("x-latchkey-address") ?? "unknown";
}

/** Logs one line per action, never what was typed. */
async function withOutcome<State extends FormState>(run: () => Promise<State>): Promise<State> {
  const path = (await headers()).get("x-latchkey-path")?.split("?")[0];
  const started = performance.now();
  const done = (ok: boolean) => log.info("action done", { path, ok, ms: Math.round(performance.now() - started) });
  try {
    const state = await run();
    done(!state.formErrors?.length && Object.keys(state.fieldErrors ?? {}).length === 0);
    return state;
  } catch (error) {
    done(isRedirectError(error));
    throw error;
  }
}

const signedOut = Symbol("signed out");

type Handler<S extends z.ZodType, Who, State> = (data: z.output<S>, who: Who, form: FormData) => Promise<State>;
/** What else a form gets back when it is refused before the handler sees it. */
type Keep<State> = (form: FormData) => Partial<State>;

/** In the reader's language. */
type Say = (error: InputError) => string;

function action<S extends z.ZodType, Who extends Viewer | null, State extends FormState>(
  say: Say,
  who: () => Promise<Who | typeof signedOut>,
  schema: S,
  handle: Handler<S, Who, State>,
  keep?: Keep<State>,
): FormAction<State> {
  return async (_previous, form) => {
    // The endpoint is public, so anything can arrive.
    if (!(form instanceof FormData)) {
      log.warn("action refused", { why: "no form" });
      return { formErrors: [say({ code: "not-a-form" })] } as State;
    }
    const person = await who();
    const values = typedValues(form);
    const refuse = (errors: FormState) => ({ values, ...keep?.(form), ...errors }) as State;
    const run = async () => {
      // Not a redirect: it would take away the page with everything that was typed.
      if (person === signedOut) return refuse({ formErrors: [say({ code: "signed-out" })] });
      const parsed = schema.safeParse(Object.fromEntries(form));
      if (parsed.success) return { values, ...(await handle(parsed.data, person, form)) };
      const { fieldErrors, formErrors } = z.flattenError(parsed.error, (issue) => say(errorOf(issue)));
      return refuse({ fieldErrors, formErrors });
    };
    return inRequest({ personId: person === signedOut ? undefined : person?.id }, () => withOutcome(run));
  };
}

/** A server action is a public POST endpoint: who asks, is it valid, do it, refresh. */
export function actionsSaying(say: Say) {
  return {
    organiserAction: <S extends z.ZodType, State extends FormState = FormState>(
      schema: S,
      handle: Handler<S, Viewer, State>,
      keep?: Keep<State>,
    ): FormAction<State> => action(say, async () => (await viewer()) ?? signedOut, schema, handle, keep),

    adminAction: <S extends z.ZodType, State extends FormState = FormState>(
      schema: S,
      handle: Handler<S, Viewer, State>,
    ): FormAction<State> => action(say, async () => ((await viewer()) ? requireAdmin() : signedOut), schema, handle),

    /** Without an account: set-up, sign-in, answers. The handler itself decides whether the stranger may. */
    publicAction: <S extends z.ZodType, State extends FormState = FormState>(
      schema: S,
      handle: Handler<S, null, State>,
    ): FormAction<State> => action(say, async () => null, schema, handle),
  };
}
