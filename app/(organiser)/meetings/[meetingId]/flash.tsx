"use client";

import { useEffect, useState } from "react";
import { Banner } from "@/app/_components/banner";

/**
 * What came of the form that led here, said once: the address forgets it, so that a page loaded again does not say it
 * again, while the page that follows its mails keeps it.
 */
export function Flash({ words }: { words: string | null }) {
  const [shown, setShown] = useState(words);
  if (words && words !== shown) setShown(words);
  useEffect(() => {
    if (words) window.history.replaceState(null, "", window.location.pathname);
  }, [words]);
  return (
    <div role="status" className="empty:hidden">
      {shown && <Banner tone="success">{shown}</Banner>}
    </div>
  );
}
