/** What the page may do: run this very script, wear this very style, and nothing else. No network, no frames, no forms. */
export async function contentPolicy(script: string, style: string): Promise<string> {
  return [
    "default-src 'none'",
    `script-src '${await digestOf(script)}'`,
    `style-src '${await digestOf(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** As a content security policy names a script: `sha256-` and the digest in base64. */
async function digestOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}
