/** The build that knows JPEG and HEIC only. It ships without types of its own. */
declare module 'exifr/dist/lite.esm.mjs' {
  export { parse } from 'exifr';
}
