import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Pixels } from './pixels.js';

/**
 * Pictures of strangers are taken apart inside WebAssembly, which a malicious one cannot leave, and by the same bytes on
 * every system. Each codec is loaded when it is first needed; one that has failed is loaded anew.
 */
export interface Codecs {
  /** Turned as the camera meant it. Throws where the file is damaged. */
  readonly decodeJpeg: (bytes: Uint8Array) => Promise<Pixels>;
  readonly decodePng: (bytes: Uint8Array) => Promise<Pixels>;
  readonly decodeWebp: (bytes: Uint8Array) => Promise<Pixels>;
  readonly encodeJpeg: (pixels: Pixels, quality: number) => Promise<Uint8Array>;
}

export const codecs: Codecs = {
  decodeJpeg: async (bytes) => {
    const { default: decode, init } = await import('@jsquash/jpeg/decode.js');
    await prepare('@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm', (wasmBinary) => init(silent(wasmBinary)));
    return guarded('@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm', () => decode(own(bytes), { preserveOrientation: true }));
  },
  decodePng: async (bytes) => {
    const { default: decode, init } = await import('@jsquash/png/decode.js');
    await prepare('@jsquash/png/codec/pkg/squoosh_png_bg.wasm', (wasm) => init(wasm));
    return guarded('@jsquash/png/codec/pkg/squoosh_png_bg.wasm', () => decode(own(bytes)));
  },
  decodeWebp: async (bytes) => {
    const { default: decode, init } = await import('@jsquash/webp/decode.js');
    await prepare('@jsquash/webp/codec/dec/webp_dec.wasm', (wasmBinary) => init(silent(wasmBinary)));
    return guarded('@jsquash/webp/codec/dec/webp_dec.wasm', () => decode(own(bytes)));
  },
  encodeJpeg: async (pixels, quality) => {
    const { default: encode, init } = await import('@jsquash/jpeg/encode.js');
    await prepare('@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm', (wasmBinary) => init(silent(wasmBinary)));
    const options = { quality, progressive: false };
    return new Uint8Array(await encode(pixels as never, options));
  },
};

const ready = new Set<string>();

/** The library would fetch its WebAssembly as a browser does; here it is read from the package. */
async function prepare(file: string, init: (wasm: ArrayBuffer) => Promise<unknown>): Promise<void> {
  if (ready.has(file)) return;
  const path = createRequire(import.meta.url).resolve(file);
  await init(own(await readFile(path)));
  ready.add(file);
}

/** It says on the terminal what it also throws. */
function silent(wasmBinary: ArrayBuffer): object {
  return { wasmBinary, print: () => undefined, printErr: () => undefined };
}

/** What a codec throws may have left it in pieces. */
async function guarded<T>(file: string, decode: () => Promise<T>): Promise<T> {
  try {
    return await decode();
  } catch (error) {
    ready.delete(file);
    throw error;
  }
}

/** A buffer that holds these bytes and no others. */
function own(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
