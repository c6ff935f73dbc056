import { type RefObject, useEffect, useRef } from "react";
import { useWords } from "@/app/_words/use-words";

const goesOn = 'button[name="intent"]';

/**
 * Asks before something typed is lost: when the tab is closed or loaded anew, and when a link is followed.
 * @param unsaved from the beginning, and not only once something is typed
 */
export function useAskBeforeLeaving(form: RefObject<HTMLFormElement | null>, unsaved: boolean): void {
  const changed = useRef(unsaved);
  const question = useWords().meetingForm.leave;
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const mark = () => {
      changed.current = true;
    };
    form.current?.addEventListener("input", mark, { signal });
    form.current?.addEventListener(
      "click",
      ({ target }) => {
        // Adds or removes somebody, which no field tells.
        const button = target instanceof Element ? target.closest<HTMLButtonElement>(goesOn) : null;
        if (button && /^(add$|remove-)/.test(button.value)) mark();
      },
      { signal },
    );
    window.addEventListener("beforeunload", (event) => changed.current && event.preventDefault(), { signal });
    document.addEventListener(
      "click",
      (event) => {
        if (!changed.current || !leads(event)) return;
        if (window.confirm(question)) changed.current = false;
        else event.preventDefault();
      },
      { capture: true, signal },
    );
    return () => stop.abort();
  }, [form, question]);
}

/** Whether a click takes this tab to another page. */
function leads({ target, button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a[href]") : null;
  if (!link || button !== 0 || ctrlKey || metaKey || shiftKey || altKey) return false;
  return link.target !== "_blank" && !link.getAttribute("href")!.startsWith("#");
}
