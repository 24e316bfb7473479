//! A monkey at the page: any message in any order with any value. Whatever it does, what the page keeps can be read again and
//! is the work.
//!
//! `MONKEY_STEPS` sets another number of steps for each of its two hands, `MONKEY_SEED` another seed.
#![allow(clippy::unwrap_used, clippy::similar_names, missing_docs)]

#[allow(dead_code)]
mod screens;

use cermin_koperasi::page::wing;
use std::collections::HashSet;
use std::mem::{Discriminant, discriminant};

use cermin_koperasi::assessment::{Answer, Found, Stage};
use cermin_koperasi::books::{Refusal, Sheet, pasted};
use cermin_koperasi::calendar::Day;
use cermin_koperasi::exchange::sealed::Refusal as LockRefusal;
use cermin_koperasi::exchange::{Code, save};
use cermin_koperasi::keeping::{Record, Slot};
use cermin_koperasi::locale::Locale;
use cermin_koperasi::page::advice::{AdviceMessage, Table};
use cermin_koperasi::page::books::AmountMessage;
use cermin_koperasi::page::books::sheet::{Columns, SheetMessage};
use cermin_koperasi::page::rat::RatMessage;
use cermin_koperasi::page::workshop::{
    Camera, DeskMessage, Incoming, Shelf, Sight, VoiceMessage, Vote, WorkshopMessage,
};
use cermin_koperasi::page::{
    Effect, Exit, Field, FileFault, Keeping, KeepingMessage, Message, Model, Route, update, view,
};
use cermin_koperasi::rat::RatInput;
use cermin_koperasi::rat::book::DocumentId;
use cermin_koperasi::rulebook::{Reading, Year};
use cermin_koperasi::workshop::{Desk, Room, Voices};

/// Steps of each hand in the test command.
const STEPS: usize = 50_000;
/// Steps between two looks at the screen, and between two sittings.
const LOOK: usize = 64;
const SITTING: usize = 400;

/// Values nobody should type, and some that one should.
const VALUES: &[&str] = &[
    "",
    " ",
    "yes",
    "no",
    "unknown",
    "not-applicable",
    "true",
    "false",
    "there",
    "lacking",
    "unchecked",
    "none",
    "never",
    "warning",
    "dissolutionPlan",
    "noMeeting",
    "primary",
    "secondary",
    "regency",
    "online",
    "groups",
    "sehat",
    "have",
    "0",
    "1",
    "2",
    "4",
    "7",
    "-1",
    "+5",
    "5.0",
    "1e6",
    "07",
    "260",
    "482",
    "4294967296",
    "9223372036854775807",
    "-9223372036854775808",
    "99999999999999999999",
    "999999999999999",
    "1000000000000000",
    "2025-12-31",
    "2026-03-14",
    "2024-02-29",
    "20255-12-31",
    "0005-12-31",
    "275760-09-13",
    "202512-03-01",
    "2026-02-31",
    "2025-12-31-7",
    "2101-01-01",
    "1899-12-31",
    "31/12/2025",
    "12-31",
    "02-30",
    "1/2",
    "2/3",
    "1/0",
    "-1/-1",
    "0/1",
    "1.234",
    "1,5 juta",
    "(5",
    "1\t2\n3\t4",
    "1\t2",
    "Rp 1.543.069",
    "Koperasi A,=6*7",
    "ya",
    "belum tahu",
    "<script>\"'&</script>",
    "\u{202e}terbalik",
    "\u{0}\u{1f}\u{7f}\n\r",
    "e\u{301}",
    "{}",
    "[1,2]",
    "null",
    "Sumber Rezeki",
    "Lemari 2, map biru",
    "cermin-koperasi-sealed 1\nargon2id …",
    "kkpkk-2021",
    "2021-08",
    "2022",
    "id",
    "definition",
    "worksheet",
    "A.I.1.a",
    "1G20113PKY38KAKA6TKAKA0WKAKAKAKAKA9GKAKAKAKAJWKX8AKAKAKAK9RSS4TTRV0000Q9",
];

/// Paths about the RAT beside the fields that stand once.
const PATHS: &[&str] = &[
    "history.0.year",
    "history.0.held",
    "history.1.heldOn",
    "history.64.year",
    "history.+0.year",
    "history.00.held",
    "letters.0.kind",
    "letters.0.received",
    "letters.1.ground",
    "quorum.groups.0.members",
    "quorum.groups.1.present",
    "year.2025.held",
    "year.2024.heldOn",
    "year.2025.reported",
    "year.x.held",
    "year.99999999999.held",
    "level.",
    "",
    ".",
    "articles.",
    "names.",
    "quorum.present.",
    "documents.DOK-05.contents.18446744073709551615",
    "documents.DOK-05.contents.99",
    "documents.DOK-99.state",
    "names.address",
    "members",
];

/// Files somebody may open: of a neighbour, of a later build, or none at all.
const FILES: &[&str] = &[
    "",
    "{",
    "[1,2]",
    r#"{ "format": "cermin-koperasi" }"#,
    "cermin-koperasi-sealed 1\nargon2id …",
    r#"{ "format": "cermin-koperasi", "version": 2, "rulebook": "kkpkk-2021", "variant": "ksp12" }"#,
    r#"{ "format": "cermin-koperasi", "version": 1, "rulebook": "kkpkk-2021", "variant": "ksp12",
        "profile": { "name": "Maju", "book_year_end": "20255-12-31", "district": "Bantul" },
        "answers": { "A.I.1.a": "yes", "Z.9": "later" }, "statements": { "prior": { "emas": 7.5 }, "budget": {} },
        "rat": { "level.": "primary", "members": 21, "articles": { "quorum": "1/2", "": 1, "quorum.": 2 },
                 "history": [{ "year": 2025, "held": "yes", "minutes": 3 }, "later", { "year": 2024 }],
                 "letters": [["x"], { "kind": "warning", "number": "5" }], "quorum": { "groups": [7, { "members": 4 }] },
                 "documents": { "DOK-05": { "contents": ["yes", { "by": 1 }, null, "no", null, null, null, null, null, "x"] } } },
        "actions": [{ "id": "their own" }, { "item": "A.I.1.a", "by": "ketua" }, 5], "papers": { "surat": 1 } }"#,
    r#"{ "format": "cermin-koperasi", "version": 1, "rulebook": "kkpkk-2021", "variant": "ksp12", "actions": { "a": 1 },
        "rat": { "history": "x", "letters": {}, "quorum": 3, "documents": [], "names": { "nik": 3402 } }, "papers": [1] }"#,
];

/// Sheets somebody may paste.
const SHEETS: &[&str] = &[
    "",
    "\t\t\t",
    "Kas\t1.000.000\t(5)\nBank\t999999999999999\t-\n",
    "NERACA (dalam ribuan)\t2025\t2024\nAKTIVA\nKas dan Bank\t1.250,5\t900\nJumlah Aktiva\t7\t900\n",
    "Kas;1;2\nKas;999999999999999;2\nKas;999999999999999;999999999999999\n",
    "PK\u{3}\u{4}",
];

/// Chance that comes again: a linear congruential generator, its upper bits.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % u64::try_from(most.max(1)).unwrap()).unwrap()
    }

    fn of<'a, T: ?Sized>(&mut self, list: &[&'a T]) -> &'a T {
        list[self.below(list.len())]
    }

    fn one<T: Clone>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())].clone()
    }

    fn value(&mut self) -> String {
        match self.below(40) {
            0 => "é".repeat(self.below(2_000)),
            1 => "1\t".repeat(self.below(300)),
            2 => self.below(100_000).to_string(),
            3 => format!("20{:02}-{:02}-{:02}", self.below(99), self.below(14), self.below(33)),
            _ => self.of(VALUES).to_owned(),
        }
    }

    fn yes(&mut self) -> bool {
        self.below(2) == 0
    }
}

/// The monkey's hand, and what it has seen.
struct Hand {
    chance: Chance,
    model: Model,
    routes: Vec<Route>,
    items: Vec<&'static str>,
    accounts: Vec<&'static str>,
    marks: Vec<String>,
    /// What the page kept last, and thousands of steps ago.
    kept: Vec<String>,
    seen: HashSet<Discriminant<Message>>,
    through_the_door: HashSet<Discriminant<wing::Message>>,
    about_rat: HashSet<Discriminant<RatMessage>>,
    of_advice: HashSet<Discriminant<AdviceMessage>>,
    in_workshop: HashSet<Discriminant<WorkshopMessage>>,
    of_sheets: HashSet<Discriminant<SheetMessage>>,
    of_amounts: HashSet<Discriminant<AmountMessage>>,
    of_keeping: HashSet<Discriminant<KeepingMessage>>,
}

impl Hand {
    fn new(seed: u64) -> Self {
        let model = Model::new(Locale::Id);
        let variant = model.assessment().variant;
        Self {
            chance: Chance(seed),
            routes: Route::all(variant),
            items: variant.items().map(|(_, item)| item.id).collect(),
            accounts: variant.accounts.iter().map(|account| account.id).collect(),
            model,
            marks: Vec::new(),
            kept: Vec::new(),
            seen: HashSet::new(),
            through_the_door: HashSet::new(),
            about_rat: HashSet::new(),
            of_advice: HashSet::new(),
            in_workshop: HashSet::new(),
            of_sheets: HashSet::new(),
            of_amounts: HashSet::new(),
            of_keeping: HashSet::new(),
        }
    }

    fn sit_down(&mut self) {
        let mut model = match self.chance.below(4) {
            0 => Model::new(Locale::Id),
            1 => screens::half(),
            // As after a reload.
            _ => {
                let mut model = Model::new(Locale::Id);
                if let Some(text) = self.kept.last() {
                    model.work = save::read(text).unwrap();
                }
                model
            }
        };
        model.today = [Day::new(2026, 11, 28), Day::new(1970, 1, 1), None][self.chance.below(3)];
        self.model = model;
    }

    /// What can be pressed or typed into on the screen.
    fn look(&mut self) {
        let html = view(&self.model).into_string();
        self.marks.clear();
        for name in ["data-click", "data-change", "data-input"] {
            self.marks.extend(screens::attributes(&html, name).into_iter().map(str::to_owned));
        }
    }

    fn item(&mut self) -> String {
        if self.chance.below(20) == 0 { self.chance.value() } else { self.chance.of(&self.items).to_owned() }
    }

    fn account(&mut self) -> String {
        if self.chance.below(20) == 0 { self.chance.value() } else { self.chance.of(&self.accounts).to_owned() }
    }

    fn year(&mut self) -> Year {
        self.chance.one(&Year::BOTH)
    }

    fn answer(&mut self) -> Answer {
        self.chance.one(&Answer::ALL)
    }

    fn file(&mut self) -> Result<String, FileFault> {
        match self.chance.below(8) {
            0 => Err(self.chance.one(&[FileFault::TooBig, FileFault::Unreadable])),
            1 | 2 if !self.kept.is_empty() => Ok(self.kept[self.chance.below(self.kept.len())].clone()),
            3 => Ok(self.chance.value()),
            _ => Ok(self.chance.of(FILES).to_owned()),
        }
    }

    fn path(&mut self) -> String {
        match self.chance.below(3) {
            0 => self.chance.of(PATHS).to_owned(),
            1 => {
                let ids: Vec<DocumentId> = DocumentId::all().collect();
                let id = self.chance.one(&ids).document().id;
                let place = self.chance.below(12);
                self.chance.one(&[
                    format!("documents.{id}.state"),
                    format!("documents.{id}.contents.{place}"),
                    format!("documents.{id}.signed"),
                ])
            }
            _ => self.chance.of(RatInput::FIELDS).to_owned(),
        }
    }

    /// Half of the time something that is on the screen, else anything at all.
    fn message(&mut self) -> Message {
        if self.chance.yes() && !self.marks.is_empty() {
            let mark = self.chance.one(&self.marks);
            let value = self.chance.value();
            if let Some(message) = Message::parse(&mark, &value) {
                return message;
            }
        }
        match self.chance.below(67) {
            0 | 1 => Message::Went(self.chance.one(&self.routes)),
            2..=6 => Message::Answered(self.item(), self.answer()),
            7 => Message::AnsweredRest(self.chance.value(), self.answer()),
            8..=12 => Message::Profiled(self.chance.one(&Field::ALL), self.chance.value()),
            13..=24 => Message::Amounts(self.amounts()),
            25..=37 => Message::Rat(self.rat()),
            38..=44 => Message::Advice(self.advice()),
            45..=48 => Message::Workshop(self.workshop()),
            49 => Message::Keeping(self.keeping()),
            50 => Message::Reads(self.chance.one(&[Reading::Definition, Reading::Worksheet])),
            51 => Message::Edition(self.chance.value()),
            52 => Message::Speaks(self.chance.one(Locale::ALL)),
            53 => Message::Opened(self.file()),
            54 => Message::Wing(wing::Message::Unsealed(self.file().map_err(|_| LockRefusal::Wrong))),
            55 => Message::Wing(wing::Message::Sealed(self.file().map_err(|_| LockRefusal::Unable))),
            56 => self.rare(),
            57 => Message::Save,
            58 => self.chance.one(&[
                Message::Share,
                Message::Copy,
                Message::Print,
                Message::Wing(wing::Message::Seal),
                Message::Wing(wing::Message::Unseal),
            ]),
            59 => self.chance.one(&[Message::Copied(true), Message::Barred(Exit::File), Message::Barred(Exit::Share)]),
            60 => self.chance.one(&[Message::Rest, Message::Help, Message::Helped, Message::Stranded(None)]),
            61 => Message::Stranded(Some(self.chance.value())),
            62 => Message::Undo,
            63..=65 => Message::Sheet(self.sheet()),
            _ => self.chance.one(&[Message::Dismiss, Message::Speechless]),
        }
    }

    fn amounts(&mut self) -> AmountMessage {
        let (year, account) = (self.year(), self.account());
        match self.chance.below(17) {
            0..=3 => AmountMessage::Entered(year, account, self.chance.value()),
            4 => AmountMessage::Typed(year, account, self.chance.value()),
            5 => AmountMessage::Confirmed(year, account),
            6 => AmountMessage::Pasted(self.chance.yes()),
            7 => AmountMessage::Unsure(year, account, self.chance.yes()),
            8 => AmountMessage::Completed(year, self.chance.yes()),
            9 => AmountMessage::Same(account),
            10 => AmountMessage::Has(account),
            11 => AmountMessage::HasNoMore,
            12 => {
                let cells = [self.chance.value(), self.chance.value(), self.chance.value()];
                AmountMessage::Put(year, account, cells.join(self.chance.one(&["\n", "\t", "\r\n"])))
            }
            13 => AmountMessage::PasteTo(self.chance.below(4), account),
            14 => AmountMessage::PasteFirst(year),
            15 => {
                self.chance.one(&[AmountMessage::Unsigned(year, account.clone()), AmountMessage::Find(year, account)])
            }
            _ => {
                let groups: Vec<&str> = self.model.assessment().variant.groups.iter().map(|group| group.id).collect();
                AmountMessage::AllZero(year, self.chance.one(&groups).to_owned())
            }
        }
    }

    /// What ends a sitting, more or less.
    fn rare(&mut self) -> Message {
        match self.chance.below(12) {
            0 => Message::Wipe,
            1 | 2 => Message::Sample,
            3 => Message::Shared(true),
            4 => Message::Storage(false),
            5 => Message::Storage(true),
            _ => Message::Shared(false),
        }
    }

    fn rat(&mut self) -> RatMessage {
        let (path, value) = (self.path(), self.chance.value());
        match self.chance.below(16) {
            0 => RatMessage::Put(path, value),
            1 | 2 => {
                RatMessage::Money(self.chance.one(&["modal", "ownCapital", "assets", "members"]).to_owned(), value)
            }
            3 => RatMessage::Step(path, self.chance.one(&[1, -1, 10, i64::MAX, i64::MIN])),
            4 => RatMessage::Set("bookYearEnd".to_owned(), value),
            5 | 6 => RatMessage::Letter(value),
            7 => RatMessage::Trade(value),
            8 => RatMessage::Rest(format!("DOK-{:02}", self.chance.below(20))),
            9 => RatMessage::Held,
            10 => RatMessage::Calendar,
            11 => RatMessage::Word(value),
            _ => RatMessage::Set(path, value),
        }
    }

    fn advice(&mut self) -> AdviceMessage {
        let value = self.chance.value();
        match self.chance.below(24) {
            0 => AdviceMessage::Answer(self.item(), self.answer()),
            1 => AdviceMessage::Amount(self.year(), self.account(), value),
            2 => AdviceMessage::Confirm(self.year(), self.account()),
            3 => AdviceMessage::Try(vec![self.item(), self.item()]),
            4 => AdviceMessage::Move(value, self.chance.one(&[1, -1, i64::MAX, i64::MIN])),
            5 => AdviceMessage::TryPath(value),
            6 => AdviceMessage::DropAnswer(self.item()),
            7 => AdviceMessage::DropAmount(self.year(), self.account()),
            8 => AdviceMessage::Reset,
            9 => AdviceMessage::Whole,
            10 | 11 => AdviceMessage::Note(self.item()),
            12 => AdviceMessage::NoteDate(value),
            13 => AdviceMessage::NoteText(value),
            14..=16 => AdviceMessage::Mark(self.chance.one(&[Stage::Doing, Stage::Done])),
            17 => AdviceMessage::NoteClose,
            18 => AdviceMessage::Unmark,
            19 => AdviceMessage::Older(self.file()),
            20 => AdviceMessage::Forget(self.chance.below(4)),
            21 => self.chance.one(&[
                AdviceMessage::Paper("laporan-keuangan".into(), Found::There),
                AdviceMessage::Paper(value, Found::Lacking),
            ]),
            22 => self
                .chance
                .one(&[AdviceMessage::PaperPlace("laporan-keuangan".into(), value), AdviceMessage::PaperBack]),
            _ => AdviceMessage::Csv(self.chance.one(&[Table::Report, Table::Pack])),
        }
    }

    fn book_sheet(&mut self) -> Sheet {
        Sheet { name: self.chance.value(), rows: pasted(self.chance.of(SHEETS)) }
    }

    fn sheet(&mut self) -> SheetMessage {
        let place = self.chance.below(6);
        match self.chance.below(21) {
            0 => SheetMessage::Type(self.chance.value()),
            1 => SheetMessage::Read,
            2 | 3 => SheetMessage::Paste(self.chance.of(SHEETS).to_owned()),
            4 => SheetMessage::File(match self.chance.below(4) {
                0 => Err(self.chance.one(&[Refusal::TooLarge, Refusal::Locked, Refusal::Missing])),
                count => Ok((1..=count).map(|_| self.book_sheet()).collect()),
            }),
            14 => SheetMessage::Reading(self.chance.value()),
            20 => {
                SheetMessage::Column(self.chance.one(&Year::BOTH), self.chance.one(&[None, Some(0), Some(1), Some(9)]))
            }
            17 => SheetMessage::Split(place),
            18 => SheetMessage::ShareTo(place, self.chance.below(3), self.account()),
            19 => SheetMessage::Share(place, self.chance.one(&Year::BOTH), self.chance.value()),
            15 | 16 => SheetMessage::Pick(self.chance.below(4)),
            5 | 6 => SheetMessage::Put(place, Some(self.account())),
            7 => SheetMessage::Put(place, None),
            8 => SheetMessage::Change(place),
            9 => SheetMessage::Columns(self.chance.one(&[Columns::Newer, Columns::Swapped, Columns::Before])),
            10 => SheetMessage::Unit(self.chance.one(&[1, 1_000, 7])),
            11 | 12 => self.chance.one(&[SheetMessage::Take, SheetMessage::Undo]),
            _ => SheetMessage::Drop,
        }
    }

    fn workshop(&mut self) -> WorkshopMessage {
        let value = self.chance.value();
        match self.chance.below(30) {
            0 => WorkshopMessage::Show(self.chance.one(&[Sight::Why, Sight::Bar])),
            1 => WorkshopMessage::Count(self.chance.one(&[Vote::Yes, Vote::No, Vote::Unknown]), value),
            2 => WorkshopMessage::Clock,
            3 => WorkshopMessage::Rewind,
            4 => WorkshopMessage::Minutes(value),
            5 => WorkshopMessage::Tick(u32::try_from(self.chance.below(3)).unwrap()),
            6 => WorkshopMessage::Load(self.chance.one(&["kredit-macet".to_owned(), value])),
            7 => WorkshopMessage::Typing(value),
            8 => WorkshopMessage::Add,
            9 => WorkshopMessage::Camera(Camera::Ready),
            10 => WorkshopMessage::Look(self.chance.yes()),
            11 => WorkshopMessage::Seen(value),
            12 => WorkshopMessage::Files {
                files: vec![Incoming { name: value, text: self.file() }],
                done: 1,
                all: self.chance.one(&[1, 2]),
            },
            13 => WorkshopMessage::Earlier(self.file()),
            14 => WorkshopMessage::Apart,
            15 => WorkshopMessage::Read,
            16 => WorkshopMessage::TakeBack,
            17 => WorkshopMessage::Empty,
            18 => WorkshopMessage::CodeFile,
            19 => WorkshopMessage::RoomFile,
            20 => WorkshopMessage::Table,
            21 => self.chance.one(&[WorkshopMessage::Drawing(0), WorkshopMessage::Painting(1)]),
            22 => WorkshopMessage::Kept(self.chance.one(&Shelf::ALL), value),
            23..=25 => WorkshopMessage::Voice(self.voice()),
            _ => WorkshopMessage::Desk(self.desk()),
        }
    }

    fn voice(&mut self) -> VoiceMessage {
        match self.chance.below(7) {
            0 => VoiceMessage::Seat(None),
            1 => VoiceMessage::File,
            2 => VoiceMessage::Join,
            3 => VoiceMessage::Want(self.chance.below(40)),
            4 => VoiceMessage::Agree(self.item(), self.answer()),
            5 => VoiceMessage::Alike,
            _ => VoiceMessage::Hush,
        }
    }

    fn desk(&mut self) -> DeskMessage {
        let id = u32::try_from(self.chance.below(6)).unwrap();
        match self.chance.below(11) {
            0 => DeskMessage::Name(self.chance.value()),
            1 | 2 => DeskMessage::Put,
            3 => DeskMessage::Over(id),
            4 => DeskMessage::Lock,
            5 => DeskMessage::Open(id),
            6 => DeskMessage::Export(id),
            7 => DeskMessage::Compare(id),
            8 => DeskMessage::Remove(id),
            9 => self.chance.one(&[DeskMessage::Empty, DeskMessage::Rescue]),
            _ => DeskMessage::Unkept,
        }
    }

    /// What the device, another page or the person says about what is kept.
    fn keeping(&mut self) -> KeepingMessage {
        let (slot, place, yes) = (self.chance.one(&Slot::ALL), self.chance.below(4), self.chance.yes());
        let text = self.file().unwrap_or_default();
        match self.chance.below(16) {
            0..=4 => KeepingMessage::Found(slot, self.record(slot, text)),
            5 => KeepingMessage::Found(slot, text),
            6 => KeepingMessage::Legacy(slot, text),
            7 => KeepingMessage::Aside(self.model.home.aside(slot, &text), text),
            8 => KeepingMessage::Safe(slot),
            9 => self.chance.one(&[
                KeepingMessage::Underway,
                KeepingMessage::Typing(true),
                KeepingMessage::Typing(false),
                KeepingMessage::Agreed,
            ]),
            10 => KeepingMessage::Home,
            11 => KeepingMessage::Adopt(yes),
            12 => KeepingMessage::Restore(place),
            13 => KeepingMessage::Rescue(place),
            14 => KeepingMessage::Discard(place),
            _ => KeepingMessage::Settle(place, yes),
        }
    }

    /// A record of about the number that is known.
    fn record(&mut self, slot: Slot, text: String) -> String {
        let known = self.model.keeper.of(slot).known.number;
        let number = (known + u64::try_from(self.chance.below(3)).unwrap()).saturating_sub(1);
        let text = (self.chance.below(20) > 0).then_some(text);
        Record { number, time: 1, text }.write()
    }

    /// The device keeps the work, and tells so sooner or later.
    fn store(&mut self, text: &str) {
        let record = self.model.keeper.next(Slot::Work, text.to_owned(), 0).clone();
        if self.chance.yes() {
            self.model.keeper.confirm(Slot::Work, record);
        }
    }

    fn step(&mut self) {
        let message = self.message();
        self.seen.insert(discriminant(&message));
        match &message {
            Message::Wing(deeper) => drop(self.through_the_door.insert(discriminant(deeper))),
            Message::Rat(deeper) => drop(self.about_rat.insert(discriminant(deeper))),
            Message::Advice(deeper) => drop(self.of_advice.insert(discriminant(deeper))),
            Message::Sheet(deeper) => drop(self.of_sheets.insert(discriminant(deeper))),
            Message::Amounts(deeper) => drop(self.of_amounts.insert(discriminant(deeper))),
            Message::Workshop(deeper) => drop(self.in_workshop.insert(discriminant(deeper))),
            Message::Keeping(deeper) => drop(self.of_keeping.insert(discriminant(deeper))),
            _ => {}
        }
        let told = format!("{message:?}");
        let effects = update(&mut self.model, message);
        for effect in effects {
            match effect {
                Effect::Keep(text) => {
                    self.store(&text);
                    self.keep(text, &told);
                }
                Effect::Wing(wing::Effect::KeepAs(shelf, text)) => self.keep_as(shelf, &text, &told),
                Effect::Download { name, kind: "application/json", text } if name.ends_with("isian.json") => {
                    // Which place it has on this device's desk is nobody else's business.
                    let mut leaving = self.model.work.clone();
                    leaving.kept.remove("deskPlace");
                    same(&text, &leaving, &told);
                }
                Effect::Go(route) => drop(update(&mut self.model, Message::Went(route))),
                _ => {}
            }
        }
        if self.model.keeping != Keeping::Device && self.chance.below(20) == 0 {
            self.model.keeping = Keeping::Device;
        }
    }

    fn keep(&mut self, text: String, told: &str) {
        if self.kept.last() == Some(&text) {
            return;
        }
        // What is opened beside one's own work is kept nowhere.
        let own = self.model.undo.first().map_or(&self.model.work, |(own, _)| own);
        same(&text, own, told);
        if self.kept.len() == 32 {
            let place = self.chance.below(31);
            self.kept.remove(place);
        }
        self.kept.push(text);
    }

    fn keep_as(&self, shelf: Shelf, text: &str, told: &str) {
        let workshop = &self.model.workshop;
        let same = match shelf {
            Shelf::Room => Room::read(text).is_ok_and(|(room, broken)| room == workshop.room && broken == 0),
            Shelf::Voices => Voices::read(text).as_ref() == Some(&workshop.voices),
            Shelf::Desk => Desk::read(text).as_ref() == Some(&workshop.bench.desk),
        };
        assert!(same, "{shelf:?} after {told}: {text}");
    }
}

/// A text holds a work, and what is read of it is written again to the letter.
fn same(text: &str, work: &save::Opened, told: &str) {
    let opened = save::read(text).unwrap_or_else(|problem| panic!("{problem} after {told}"));
    assert!(opened.assessment == work.assessment, "another work is in the text after {told}");
    assert!(opened.notices.iter().all(|notice| notice.code != Code::Changed), "after {told}");
    assert_eq!(
        save::write_tight(&opened.assessment, &opened.kept),
        save::write_tight(&work.assessment, &work.kept),
        "after {told}"
    );
}

fn number(name: &str, default: usize) -> usize {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

#[test]
fn whatever_the_monkey_does_what_is_kept_can_be_read_and_is_the_work() {
    let (steps, seed) = (number("MONKEY_STEPS", STEPS), number("MONKEY_SEED", 20_261_128));
    let hands = [0, 1].map(|hand| {
        std::thread::spawn(move || {
            let mut hand = Hand::new(u64::try_from(seed + hand).unwrap());
            for step in 0..steps {
                if step % SITTING == 0 {
                    hand.sit_down();
                }
                if step % LOOK == 0 {
                    let route = hand.chance.one(&hand.routes);
                    update(&mut hand.model, Message::Went(route));
                }
                if step % LOOK == 0 || step % LOOK == LOOK / 2 {
                    hand.look();
                }
                hand.step();
            }
            let seen = [
                hand.seen.len(),
                hand.through_the_door.len(),
                hand.about_rat.len(),
                hand.of_advice.len(),
                hand.in_workshop.len(),
                hand.of_sheets.len(),
                hand.of_amounts.len(),
                hand.of_keeping.len(),
            ];
            // A hand that knew fewer kinds of messages than there are would prove little. Who adds one adds it above.
            assert!(steps < STEPS || seen.iter().zip(KINDS).all(|(seen, kinds)| *seen >= kinds), "only {seen:?} kinds");
        })
    });
    for hand in hands {
        hand.join().unwrap();
    }
}

/// How many kinds of messages there are: of the page, of its second part as a whole, about the RAT, on the screens of advice, in a workshop, of a pasted
/// sheet, about amounts, about what is kept.
const KINDS: [usize; 8] = [31, 4, 11, 22, 26, 11, 15, 12];
