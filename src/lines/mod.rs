//! What the build wrote down, one value a line, read back once at first use.
//!
//! Sentences and rules could be constants, but then every text costs a pointer and a length beside itself: eight bytes
//! that hardly pack. Measured on the module of November 2026, packed: see the commit that made this room. So the build
//! writes lines (`build.rs` beside this file), and [`Read`] takes them in the order of a type's fields.

/// The lines that are left.
#[derive(Clone, Copy)]
pub(crate) struct Lines {
    rest: &'static str,
    /// How many things of each kind were read.
    steps: [u16; KINDS],
}

/// Kinds of things that are numbered as they are read.
const KINDS: usize = 9;

impl Lines {
    pub(crate) const fn new(text: &'static str) -> Self {
        Self { rest: text, steps: [0; KINDS] }
    }

    /// The next line. Past the end it is empty: a pack that is too short cannot panic.
    pub(crate) fn next(&mut self) -> &'static str {
        let (line, rest) = self.rest.split_once('\n').unwrap_or((self.rest, ""));
        self.rest = rest;
        line
    }

    /// The number of the next thing of a kind, from zero.
    pub(crate) fn step(&mut self, kind: usize) -> u16 {
        let step = &mut self.steps[kind % KINDS];
        *step += 1;
        *step - 1
    }

    /// Numbers all things from zero again.
    pub(crate) fn restart(&mut self) {
        self.steps = [0; KINDS];
    }

    /// Leaves out lines that only the whole page reads.
    #[allow(dead_code, reason = "the whole page leaves nothing out")]
    pub(crate) fn skip(&mut self, count: usize) {
        for _ in 0..count {
            self.next();
        }
    }

    /// The next line as a number; zero if it is none.
    pub(crate) fn number(&mut self) -> i64 {
        self.next().parse().unwrap_or_default()
    }
}

/// Something that is there already, blank, and filled from lines. Of two thousand sentences each takes a call: to read them
/// into a struct as it is made took three times the code.
pub(crate) trait Fill {
    /// Takes as many lines as it needs.
    fn fill(&mut self, lines: &mut Lines);
}

impl Fill for &'static str {
    #[inline(never)]
    fn fill(&mut self, lines: &mut Lines) {
        *self = lines.next();
    }
}

impl<const N: usize> Fill for [&'static str; N] {
    fn fill(&mut self, lines: &mut Lines) {
        for text in self {
            text.fill(lines);
        }
    }
}

/// Something that can be read from lines.
pub(crate) trait Read: Sized + 'static {
    /// Takes as many lines as it needs.
    fn read(lines: &mut Lines) -> Self;
}

impl Read for &'static str {
    fn read(lines: &mut Lines) -> Self {
        lines.next()
    }
}

impl Read for bool {
    fn read(lines: &mut Lines) -> Self {
        lines.next() == "1"
    }
}

impl Read for i64 {
    fn read(lines: &mut Lines) -> Self {
        lines.number()
    }
}

macro_rules! small_numbers {
    ($($kind:ty)+) => {$(
        impl Read for $kind {
            fn read(lines: &mut Lines) -> Self {
                // The build writes what fits.
                Self::try_from(lines.number()).unwrap_or_default()
            }
        }
    )+};
}
small_numbers!(u8 u16 usize);

/// A line `1` before what is there, `0` for what is not.
impl<T: Read> Read for Option<T> {
    fn read(lines: &mut Lines) -> Self {
        bool::read(lines).then(|| T::read(lines))
    }
}

/// As many as the line before them says. They live as long as the program, like a constant.
impl<T: Read> Read for &'static [T] {
    fn read(lines: &mut Lines) -> Self {
        let count = usize::read(lines);
        (0..count).map(|_| T::read(lines)).collect::<Vec<_>>().leak()
    }
}

impl<T: Read, const N: usize> Read for [T; N] {
    fn read(lines: &mut Lines) -> Self {
        std::array::from_fn(|_| T::read(lines))
    }
}

impl<A: Read, B: Read> Read for (A, B) {
    fn read(lines: &mut Lines) -> Self {
        (A::read(lines), B::read(lines))
    }
}

impl<T: Read> Read for &'static T {
    fn read(lines: &mut Lines) -> Self {
        Box::leak(Box::new(T::read(lines)))
    }
}

/// Reads a struct field by field, in the order given here, which is the order in which the build writes them; or a plain
/// enum by the name of its case.
macro_rules! read {
    ($(struct $name:ident { $($field:ident),+ $(,)? })+) => {$(
        impl $crate::lines::Read for $name {
            fn read(lines: &mut $crate::lines::Lines) -> Self {
                Self { $($field: $crate::lines::Read::read(lines)),+ }
            }
        }
    )+};
    ($(enum $name:ident { $($case:ident),+ $(,)? })+) => {$(
        impl $crate::lines::Read for $name {
            fn read(lines: &mut $crate::lines::Lines) -> Self {
                match lines.next() {
                    $(stringify!($case) => Self::$case,)+
                    other => panic!("no such {}: {other}", stringify!($name)),
                }
            }
        }
    )+};
}
pub(crate) use read;

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq)]
    struct Pair {
        name: &'static str,
        count: Option<u8>,
    }
    #[derive(Debug, PartialEq)]
    enum Side {
        Left,
        Right,
    }
    read!(struct Pair { name, count });
    read!(
        enum Side {
            Left,
            Right,
        }
    );

    #[test]
    fn fields_lists_and_cases_stand_in_order() {
        let mut lines = Lines::new("2\na\n1\n7\nb\n0\nRight\nLeft\n1\n");
        let pairs = [Pair { name: "a", count: Some(7) }, Pair { name: "b", count: None }];
        assert_eq!(<&[Pair]>::read(&mut lines), pairs);
        assert_eq!(<[Side; 2]>::read(&mut lines), [Side::Right, Side::Left]);
        assert!(bool::read(&mut lines));
    }

    #[test]
    fn past_the_end_everything_is_blank() {
        let mut lines = Lines::new("x");
        assert_eq!([lines.next(), lines.next()], ["x", ""]);
        assert_eq!(<&[Pair]>::read(&mut lines), []);
        assert_eq!(u8::read(&mut Lines::new("300")), 0);
    }
}
