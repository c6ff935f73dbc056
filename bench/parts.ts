import { benchDeliver } from "@/bench/deliver";
import { benchEdit } from "@/bench/edit";
import { benchList, benchMillion } from "@/bench/list";
import type { Figure } from "@/bench/measure";
import { benchMemory } from "@/bench/memory";
import { benchSave } from "@/bench/save";
import type { Database } from "@/lib/db";

/** What `--only` chooses from, in the order of the table. */
export const parts: Record<string, (db: Database, place: { databaseUrl: string | null }) => Promise<Figure[]>> = {
  save: benchSave,
  edit: benchEdit,
  "deliver-at-once": (db) => benchDeliver(db, 0, 0.6),
  "deliver-after-25-ms": (db) => benchDeliver(db, 25, 0.9),
  list: benchList,
  "list-million": (db, place) => benchMillion(db, place.databaseUrl),
  memory: (_db, place) => benchMemory(place),
};
