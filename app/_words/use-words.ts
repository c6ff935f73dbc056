"use client";
import { createContext, useContext } from "react";
import { pages } from "@/lib/words/en/pages";

// Functions cannot cross from the server to the browser, so the browser has a dictionary of its own.
const Words = createContext(pages);

/** Sentences for a component of the browser. */
export const useWords = () => useContext(Words);
