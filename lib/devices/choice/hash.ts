/** 64 bits of FNV-1a, as hexadecimal digits: a name that is short, not a secret. Source: http://www.isthe.com/chongo/tech/comp/fnv/. */
export function hash(text: string): string {
  let value = 0xcbf29ce484222325n;
  for (let i = 0; i < text.length; i++) {
    value = BigInt.asUintN(64, (value ^ BigInt(text.charCodeAt(i))) * 0x100000001b3n);
  }
  return value.toString(16).padStart(16, '0');
}
