import { actionsSaying } from "@/lib/action";
import { errorInWords } from "./errors-in-words";

export const { organiserAction, adminAction, publicAction } = actionsSaying(errorInWords);
