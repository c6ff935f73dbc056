import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { softTone, type Tone } from "./tone";

type BannerTone = Exclude<Tone, "neutral">;
type Props = { tone?: BannerTone; title?: ReactNode; children?: ReactNode; action?: ReactNode; wide?: boolean };

const icons: Record<BannerTone, LucideIcon> = {
  info: Info,
  success: CircleCheck,
  warning: TriangleAlert,
  danger: CircleAlert,
};

/** `wide` is the strip across the page that the shell shows; otherwise a box in the flow of the page. */
export function Banner({ tone = "info", title, children, action, wide }: Props) {
  const Icon = icons[tone];
  return (
    <div className={classNames(softTone[tone], wide ? "border-b" : "rounded-card border")}>
      <div className={classNames("flex flex-wrap items-center gap-x-4 gap-y-2 py-2.5", wide ? "page-width" : "px-4")}>
        <div className="flex min-w-0 flex-1 basis-64 gap-2.5">
          <Icon aria-hidden className="mt-0.75 size-4 shrink-0" />
          <div className="min-w-0">
            {title && <p className="font-medium">{title}</p>}
            {children && <div className="text-ink text-sm leading-6">{children}</div>}
          </div>
        </div>
        {action}
      </div>
    </div>
  );
}
