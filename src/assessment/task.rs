//! Who does a step of the plan, and until when.

use super::Assessment;
use crate::calendar::Day;

/// What a board has agreed about a step.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Task {
    /// Who does it, by name or office, in one line; may be empty.
    pub who: String,
    /// The day it is due, ISO 8601; as it was typed where that is no day, and empty where none was given.
    pub until: String,
}

impl Task {
    /// The longest name: a line of a column on paper.
    pub const LONGEST_WHO: usize = 60;

    /// The day it is due.
    #[must_use]
    pub fn day(&self) -> Option<Day> {
        Day::parse(&self.until)
    }

    /// How many days ago it was due.
    ///
    /// ```
    /// use cermin_koperasi::{assessment::Task, calendar::Day};
    /// let task = Task { until: "2026-11-19".into(), ..Task::default() };
    /// assert_eq!(task.days_late(Day::new(2026, 11, 22).unwrap()), Some(3));
    /// assert_eq!(task.days_late(Day::new(2026, 11, 19).unwrap()), None);
    /// ```
    #[must_use]
    pub fn days_late(&self, today: Day) -> Option<i64> {
        self.day().map(|day| day.days_until(today)).filter(|days| *days > 0)
    }
}

impl Assessment {
    /// What is agreed about the step for an indicator; nothing, where nothing is.
    #[must_use]
    pub fn task(&self, indicator: &str) -> Task {
        self.tasks.get(indicator).cloned().unwrap_or_default()
    }

    /// Agrees something about the step for an indicator, if the form has it. A step is named by its indicator, for its items
    /// change with each that is done.
    pub fn agree(&mut self, indicator: &str, task: Task) {
        if self.variant.indicator(indicator).is_none() {
            return;
        }
        if task == Task::default() {
            self.tasks.remove(indicator);
        } else {
            self.tasks.insert(indicator.to_owned(), task);
        }
    }
}
