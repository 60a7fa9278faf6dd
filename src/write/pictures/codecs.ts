import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Pixels } from './pixels.js';

/**
 * Pictures of strangers are taken apart inside WebAssembly, which a malicious one cannot leave, and by the same bytes on
 * every system. Those that take JPEG and WebP apart are written in C and of 2018 and 2020, so each picture gets one of its
 * own: what it may do to the memory does not reach the next, and the memory is given back.
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
    await init(silent(await wasm('@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm')));
    return decode(own(bytes), { preserveOrientation: true });
  },
  decodePng: async (bytes) => {
    const { default: decode, init } = await import('@jsquash/png/decode.js');
    await once('png', async () => init(await wasm('@jsquash/png/codec/pkg/squoosh_png_bg.wasm')));
    return guarded('png', () => decode(own(bytes)));
  },
  decodeWebp: async (bytes) => {
    const { default: decode, init } = await import('@jsquash/webp/decode.js');
    await init(silent(await wasm('@jsquash/webp/codec/dec/webp_dec.wasm')));
    return decode(own(bytes));
  },
  encodeJpeg: async (pixels, quality) => {
    const { default: encode, init } = await import('@jsquash/jpeg/encode.js');
    await once('jpeg', async () => init(silent(await wasm('@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm'))));
    const options = { quality, progressive: false };
    return new Uint8Array(await encode(pixels as never, options));
  },
};

/** The library would fetch its WebAssembly as a browser does; here it is read from the package. */
async function wasm(file: string): Promise<ArrayBuffer> {
  return own(await readFile(createRequire(import.meta.url).resolve(file)));
}

/** It says on the terminal what it also throws. */
function silent(wasmBinary: ArrayBuffer): object {
  return { wasmBinary, print: () => undefined, printErr: () => undefined };
}

const ready = new Set<string>();

async function once(codec: string, init: () => Promise<unknown>): Promise<void> {
  if (ready.has(codec)) return;
  await init();
  ready.add(codec);
}

/** What a codec throws may have left it in pieces: it is loaded anew for the next. */
async function guarded<T>(codec: string, decode: () => Promise<T>): Promise<T> {
  try {
    return await decode();
  } catch (error) {
    ready.delete(codec);
    throw error;
  }
}

/** A buffer that holds these bytes and no others. */
function own(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
