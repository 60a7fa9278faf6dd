/** Size in pixels, 0 where the header does not say, and whether the picture breaks off or is none. */
export interface ProbedPixels {
  readonly width: number;
  readonly height: number;
  readonly damaged: boolean;
}
