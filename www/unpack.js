// Unpacks the module: text of seven characters for six bytes (base 116), then LZMA, after the public "LZMA
// specification": a range decoder, a state that remembers the last few kinds of step, and copies out of what has been
// written already. It needs no newer browser than the page does. src/bin/xtask/payload.rs packs.

// The digits run through ASCII, without what ends a text or a script and what editors act upon.
const DIGITS = new Uint8Array(127);
for (let char = 1, digit = 0; char < 127; char++) {
  if (![8, 10, 11, 12, 13, 26, 27, 34, 60, 92].includes(char)) DIGITS[char] = digit++;
}

function fromText(text) {
  const bytes = new Uint8Array((text.length / 7) * 6);
  for (let i = 0, at = 0; i < text.length; at += 6) {
    let number = 0;
    for (const end = i + 7; i < end; i++) number = number * 116 + DIGITS[text.charCodeAt(i)];
    for (let place = at + 5; place >= at; place--) {
      bytes[place] = number % 256;
      number = Math.floor(number / 256);
    }
  }
  return bytes;
}

// A slow phone draws and hears its reader between two steps of at most this many milliseconds.
const STEP = 8;

// Unpacks a text, with pauses; with none in a tab that nobody sees, where a browser makes each of them a second long. Where
// it was packed after other bytes, those are `before`.
async function unpack(text, before) {
  const steps = unlzma(fromText(text), before);
  for (let since = performance.now(); ; ) {
    const { done, value } = steps.next();
    if (done) return value;
    if (!document.hidden && performance.now() - since > STEP) {
      await new Promise((ready) => setTimeout(ready));
      since = performance.now();
    }
  }
}

// `packed` is the classic .lzma form: 1 byte of settings, 4 of dictionary size, 8 of unpacked size, then the stream, which may
// copy out of `before`. Stops at every few thousand bytes, and hands back the whole at the end.
function* unlzma(packed, before = new Uint8Array(0)) {
  const settings = packed[0];
  const lc = settings % 9;
  const lp = ((settings / 9) | 0) % 5;
  const pb = (settings / 45) | 0;
  const begin = before.length;
  const out = new Uint8Array(begin + new DataView(packed.buffer, packed.byteOffset).getUint32(5, true));
  out.set(before);

  // Where each group of probabilities lies.
  const MATCH = 0, REP = 192, REP_G0 = 204, REP_G1 = 216, REP_G2 = 228, REP0_LONG = 240, SLOT = 432, SPECIAL = 688;
  const ALIGN = 803, LENGTH = 819, REP_LENGTH = 1333, LITERAL = 1847;
  const probs = new Uint16Array(LITERAL + (0x300 << (lc + lp))).fill(1024);

  // Unsigned 32-bit, which ordinary numbers are not.
  const word = new Uint32Array(2);
  const RANGE = 0, CODE = 1;
  let at = 13 + 5;
  word[RANGE] = 0xffffffff;
  word[CODE] = (packed[14] << 24) | (packed[15] << 16) | (packed[16] << 8) | packed[17];

  function normalize() {
    if (word[RANGE] < 0x1000000) {
      word[RANGE] <<= 8;
      word[CODE] = (word[CODE] << 8) | packed[at++];
    }
  }

  function bit(i) {
    const p = probs[i];
    const bound = (word[RANGE] >>> 11) * p;
    const one = word[CODE] >= bound;
    if (one) {
      word[RANGE] -= bound;
      word[CODE] -= bound;
      probs[i] = p - (p >> 5);
    } else {
      word[RANGE] = bound;
      probs[i] = p + ((2048 - p) >> 5);
    }
    normalize();
    return one ? 1 : 0;
  }

  function direct(count) {
    let value = 0;
    for (; count > 0; count--) {
      word[RANGE] >>>= 1;
      const one = word[CODE] >= word[RANGE];
      if (one) word[CODE] -= word[RANGE];
      value = (value << 1) | (one ? 1 : 0);
      normalize();
    }
    return value;
  }

  function tree(base, count) {
    let m = 1;
    for (let i = 0; i < count; i++) m = (m << 1) | bit(base + m);
    return m - (1 << count);
  }

  function reverseTree(base, count) {
    let m = 1, value = 0;
    for (let i = 0; i < count; i++) {
      const one = bit(base + m);
      m = (m << 1) | one;
      value |= one << i;
    }
    return value;
  }

  function length(base, posState) {
    if (!bit(base)) return tree(base + 2 + (posState << 3), 3);
    if (!bit(base + 1)) return 8 + tree(base + 130 + (posState << 3), 3);
    return 16 + tree(base + 258, 8);
  }

  function distance(len) {
    const slot = tree(SLOT + (Math.min(len, 3) << 6), 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const start = (2 | (slot & 1)) << bits;
    if (slot < 14) return start + reverseTree(SPECIAL + start - slot, bits);
    return start + (direct(bits - 4) << 4) + reverseTree(ALIGN, 4);
  }

  function literal(pos, state, rep0) {
    const before = pos > 0 ? out[pos - 1] : 0;
    const base = LITERAL + 0x300 * (((pos & ((1 << lp) - 1)) << lc) + (before >> (8 - lc)));
    let symbol = 1;
    if (state >= 7) {
      let match = out[pos - rep0 - 1];
      while (symbol < 0x100) {
        const expected = (match >> 7) & 1;
        match <<= 1;
        const seen = bit(base + ((1 + expected) << 8) + symbol);
        symbol = (symbol << 1) | seen;
        if (seen !== expected) break;
      }
    }
    while (symbol < 0x100) symbol = (symbol << 1) | bit(base + symbol);
    return symbol & 0xff;
  }

  let state = 0, rep0 = 0, rep1 = 0, rep2 = 0, rep3 = 0;
  for (let pos = begin, next = begin + 4096; pos < out.length; ) {
    if (pos > next) {
      next = pos + 4096;
      yield;
    }
    const posState = pos & ((1 << pb) - 1);
    if (!bit(MATCH + (state << 4) + posState)) {
      out[pos] = literal(pos, state, rep0);
      pos++;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let len;
    if (!bit(REP + state)) {
      rep3 = rep2;
      rep2 = rep1;
      rep1 = rep0;
      len = length(LENGTH, posState);
      state = state < 7 ? 7 : 10;
      rep0 = distance(len);
    } else {
      if (!bit(REP_G0 + state)) {
        if (!bit(REP0_LONG + (state << 4) + posState)) {
          state = state < 7 ? 9 : 11;
          out[pos] = out[pos - rep0 - 1];
          pos++;
          continue;
        }
      } else {
        let again = rep1;
        if (bit(REP_G1 + state)) {
          again = rep2;
          if (bit(REP_G2 + state)) {
            again = rep3;
            rep3 = rep2;
          }
          rep2 = rep1;
        }
        rep1 = rep0;
        rep0 = again;
      }
      len = length(REP_LENGTH, posState);
      state = state < 7 ? 8 : 11;
    }
    for (len += 2; len > 0; len--, pos++) out[pos] = out[pos - rep0 - 1];
  }
  return out.subarray(begin);
}
