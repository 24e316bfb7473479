//! From text to a value (RFC 8259).

use super::{Map, Number, Value};

/// So many lists and objects inside each other are read, and no more: a file of brackets must not fill the stack.
pub const DEEPEST: usize = 127;

/// Why a text is no JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It stops in the middle: what is there could be the beginning of JSON.
    Ended,
    /// A character stands where none like it can stand, or it is too [deep](DEEPEST).
    Wrong,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Ended => "JSON that stops in the middle",
            Self::Wrong => "not JSON",
        })
    }
}

impl std::error::Error for Fault {}

/// Reads one value, and nothing beside it but blanks.
///
/// ```
/// use cermin_koperasi::exchange::json::{Fault, parse};
/// assert!(parse(" [1, 2.50] ").is_ok());
/// assert_eq!(parse("[1, 2.5"), Err(Fault::Ended));
/// assert_eq!(parse("[1, 2.5}"), Err(Fault::Wrong));
/// ```
///
/// # Errors
/// [`Fault`] at the first character that does not fit.
pub fn parse(text: &str) -> Result<Value, Fault> {
    let mut parser = Parser { text, at: 0 };
    let value = parser.value(DEEPEST)?;
    match parser.after_blanks() {
        Err(Fault::Ended) => Ok(value),
        _ => Err(Fault::Wrong),
    }
}

struct Parser<'t> {
    text: &'t str,
    at: usize,
}

impl Parser<'_> {
    /// The byte that comes next.
    fn peek(&self) -> Result<u8, Fault> {
        self.text.as_bytes().get(self.at).copied().ok_or(Fault::Ended)
    }

    /// The byte that comes next, taken.
    fn next(&mut self) -> Result<u8, Fault> {
        let byte = self.peek()?;
        self.at += 1;
        Ok(byte)
    }

    /// The first byte that is no blank; it is not taken.
    fn after_blanks(&mut self) -> Result<u8, Fault> {
        while matches!(self.peek()?, b' ' | b'\n' | b'\r' | b'\t') {
            self.at += 1;
        }
        self.peek()
    }

    fn value(&mut self, depth: usize) -> Result<Value, Fault> {
        match self.after_blanks()? {
            b'n' => self.word("null", Value::Null),
            b't' => self.word("true", Value::Bool(true)),
            b'f' => self.word("false", Value::Bool(false)),
            b'"' => self.string().map(Value::String),
            b'[' => self.array(depth),
            b'{' => self.object(depth),
            _ => self.number(),
        }
    }

    fn word(&mut self, word: &str, value: Value) -> Result<Value, Fault> {
        for byte in word.bytes() {
            self.expect(byte)?;
        }
        Ok(value)
    }

    fn expect(&mut self, byte: u8) -> Result<(), Fault> {
        if self.next()? == byte { Ok(()) } else { Err(Fault::Wrong) }
    }

    fn array(&mut self, depth: usize) -> Result<Value, Fault> {
        let mut entries = Vec::new();
        let mut more = self.enters(depth, b']')?;
        while more {
            entries.push(self.value(depth - 1)?);
            more = self.goes_on(b']')?;
        }
        Ok(Value::Array(entries))
    }

    fn object(&mut self, depth: usize) -> Result<Value, Fault> {
        let mut pairs = Vec::new();
        let mut more = self.enters(depth, b'}')?;
        while more {
            self.after_blanks()?;
            let key = self.string()?;
            self.after_blanks()?;
            self.expect(b':')?;
            pairs.push((key, self.value(depth - 1)?));
            more = self.goes_on(b'}')?;
        }
        Ok(Value::Object(Map::of_pairs(pairs)))
    }

    /// Takes the opening bracket; whether anything stands before the closing one.
    fn enters(&mut self, depth: usize, end: u8) -> Result<bool, Fault> {
        self.at += 1;
        if depth == 0 {
            return Err(Fault::Wrong);
        }
        let empty = self.after_blanks()? == end;
        self.at += usize::from(empty);
        Ok(!empty)
    }

    /// Takes a comma or the closing bracket; whether it was a comma.
    fn goes_on(&mut self, end: u8) -> Result<bool, Fault> {
        self.after_blanks()?;
        match self.next()? {
            b',' => Ok(true),
            byte if byte == end => Ok(false),
            _ => Err(Fault::Wrong),
        }
    }

    fn string(&mut self) -> Result<String, Fault> {
        self.expect(b'"')?;
        let mut text = String::new();
        loop {
            let start = self.at;
            while !matches!(self.peek()?, b'"' | b'\\' | ..0x20) {
                self.at += 1;
            }
            // Both ends lie beside an ASCII character, or at an end.
            text.push_str(self.text.get(start..self.at).unwrap_or_default());
            match self.next()? {
                b'"' => return Ok(text),
                b'\\' => text.push(self.escaped()?),
                _ => return Err(Fault::Wrong),
            }
        }
    }

    fn escaped(&mut self) -> Result<char, Fault> {
        Ok(match self.next()? {
            byte @ (b'"' | b'\\' | b'/') => char::from(byte),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.coded(),
            _ => return Err(Fault::Wrong),
        })
    }

    /// Four hexadecimal digits, or twice four for what lies beyond.
    fn coded(&mut self) -> Result<char, Fault> {
        let mut code = self.four()?;
        if let 0xd800..0xdc00 = code {
            self.expect(b'\\')?;
            self.expect(b'u')?;
            let low = self.four()?;
            if !(0xdc00..0xe000).contains(&low) {
                return Err(Fault::Wrong);
            }
            code = 0x1_0000 + ((code - 0xd800) << 10) + (low - 0xdc00);
        }
        char::from_u32(code).ok_or(Fault::Wrong)
    }

    fn four(&mut self) -> Result<u32, Fault> {
        let mut code = 0;
        for _ in 0..4 {
            code = code * 16 + char::from(self.next()?).to_digit(16).ok_or(Fault::Wrong)?;
        }
        Ok(code)
    }

    fn number(&mut self) -> Result<Value, Fault> {
        let start = self.at;
        self.skip(b"-");
        if self.next()? != b'0' {
            self.at -= 1;
            self.digits()?;
        }
        if self.skip(b".") {
            self.digits()?;
        }
        if self.skip(b"eE") {
            self.skip(b"+-");
            self.digits()?;
        }
        let text = self.text.get(start..self.at).unwrap_or_default();
        Ok(Value::Number(Number::of(text.to_owned())))
    }

    /// Takes one of these, if it comes next; whether it did.
    fn skip(&mut self, any: &[u8]) -> bool {
        let found = self.peek().is_ok_and(|byte| any.contains(&byte));
        self.at += usize::from(found);
        found
    }

    /// At least one digit.
    fn digits(&mut self) -> Result<(), Fault> {
        if !self.next()?.is_ascii_digit() {
            return Err(Fault::Wrong);
        }
        while self.peek().is_ok_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        Ok(())
    }
}

impl Number {
    /// A number as JSON writes it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match parse(text) {
            Ok(Value::Number(number)) => Some(number),
            _ => None,
        }
    }
}
