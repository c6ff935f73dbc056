import { classNames } from "./class-names";

/** The shape of what is coming. Wrap the skeletons of a page in `Loading`, which says it in words. */
export function Skeleton({ className }: { className?: string }) {
  return <div className={classNames("animate-pulse rounded-control bg-line", className)} />;
}

export function SkeletonRows({ rows = 5 }: { rows?: number }) {
  return (
    <div className="divide-y divide-line rounded-card border border-line bg-surface">
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <div key={row} className="flex items-center gap-4 px-4 py-4">
          <Skeleton className="h-4 w-2/5" />
          <Skeleton className="h-4 w-1/5" />
          <Skeleton className="ml-auto h-4 w-16" />
        </div>
      ))}
    </div>
  );
}
