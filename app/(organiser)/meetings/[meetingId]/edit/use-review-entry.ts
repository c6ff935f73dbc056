import { useEffect, useRef, useState } from "react";
import type { EditState } from "./edit-state";

/**
 * The review that was asked for gets an entry of its own in the browser's history, so that Back leads to the form with all
 * that was typed, and not out of it.
 * @returns whether the review was left for the form, and the way there for its button; null where there is no such entry
 */
export function useReviewEntry(state: EditState, initial: EditState) {
  const [left, setLeft] = useState<EditState>();
  const entered = useRef(false);
  const isLeft = left === state;
  const isAsked = Boolean(state.review) && state !== initial && !isLeft;
  useEffect(() => {
    if (!isAsked || entered.current) return;
    window.history.pushState(null, "", window.location.href);
    entered.current = true;
  }, [isAsked]);
  useEffect(() => {
    const leave = () => {
      entered.current = false;
      setLeft(state);
    };
    window.addEventListener("popstate", leave);
    return () => window.removeEventListener("popstate", leave);
  }, [state]);
  return { isLeft, back: isAsked ? () => window.history.back() : null };
}
