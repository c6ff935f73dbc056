"use client";

import { useEffect, useRef } from "react";
import { useWords } from "@/app/_words/use-words";

/**
 * A mail's HTML in a frame that runs no script; what it links to opens in a new tab. Where our own scripts run, it grows to
 * its content: the page scrolls, and not a box in it.
 */
export function MailFrame({ src }: { src: string }) {
  const words = useWords().localMail.page;
  const frame = useRef<HTMLIFrameElement>(null);

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const grow = () => {
      const content = element.contentDocument?.documentElement;
      // A frame that has not loaded yet is empty, and small.
      if (!content || element.contentDocument?.URL === "about:blank") return;
      element.style.height = "0";
      element.style.height = `${content.scrollHeight + 2}px`;
    };
    grow();
    element.addEventListener("load", grow);
    window.addEventListener("resize", grow);
    return () => {
      element.removeEventListener("load", grow);
      window.removeEventListener("resize", grow);
    };
  }, []);

  return (
    <iframe
      ref={frame}
      title={words.asRecipientSees}
      src={src}
      // Of our origin, so that its height can be read. Nothing in it runs: `allow-scripts` is missing here and in the policy.
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      className="h-[70vh] w-full rounded-card border border-line bg-white scheme-light"
    />
  );
}
