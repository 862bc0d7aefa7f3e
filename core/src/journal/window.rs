//! The days that a plot covers, and where in its width each thing stands. Positions are whole permille, so that no view needs
//! a float.

use super::Entry;
use crate::day::Day;

/// The width of a plot: positions run from 0 to this.
pub const WIDTH: u16 = 1000;

/// 1 January 2000, before which nobody kept this journal: an older date comes from a clock that was never set, or from a file.
pub const EARLIEST: Day = Day(10_957);

/// How far back a plot looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Window {
    /// Today and the 13 days before.
    #[default]
    TwoWeeks,
    /// Today and the 89 days before.
    ThreeMonths,
    All,
}

impl Window {
    pub const ALL: [Window; 3] = [Window::TwoWeeks, Window::ThreeMonths, Window::All];

    /// On a button.
    pub fn title(self) -> &'static str {
        match self {
            Window::TwoWeeks => "2 weeks",
            Window::ThreeMonths => "3 months",
            Window::All => "All",
        }
    }

    fn days(self) -> Option<i32> {
        match self {
            Window::TwoWeeks => Some(14),
            Window::ThreeMonths => Some(90),
            Window::All => None,
        }
    }
}

/// The days that a plot covers, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub first: Day,
    pub last: Day,
}

impl Span {
    /// The days of this window. It ends today, or tomorrow if an entry was made east of here, where it is tomorrow already.
    /// All that is dated later still, or before [`EARLIEST`], is left out: the clock was set wrong, and one such entry would squeeze
    /// the others.
    pub(super) fn of<'a>(entries: impl Iterator<Item = &'a Entry>, window: Window, today: Day) -> Self {
        let tomorrow = Day(today.0.saturating_add(1));
        let days = entries.map(|entry| entry.when.day()).filter(|day| (EARLIEST..=tomorrow).contains(day));
        let (oldest, newest) = days.fold((today, today), |(oldest, newest), day| (oldest.min(day), newest.max(day)));
        let first = window.days().map_or(oldest, |days| Day(newest.0.saturating_sub(days - 1)));
        Span { first, last: newest }
    }

    pub fn contains(self, day: Day) -> bool {
        self.first <= day && day <= self.last
    }

    /// How many days, at least 1.
    pub fn days(self) -> u32 {
        self.last.0.abs_diff(self.first.0).saturating_add(1)
    }

    /// The middle of a day, from 0 to [`WIDTH`]: where its label goes. A day outside is at the edge.
    pub fn x(self, day: Day) -> u16 {
        self.place(day, 0, 1)
    }

    /// Of `count` things on one day, where number `index` goes: the day's width is shared out among them.
    fn place(self, day: Day, index: usize, count: usize) -> u16 {
        let day = u64::from(day.clamp(self.first, self.last).0.abs_diff(self.first.0));
        let shares = count as u64 + 1;
        let along = day.saturating_mul(shares).saturating_add(index as u64 + 1).saturating_mul(WIDTH.into());
        let x = along / u64::from(self.days()).saturating_mul(shares);
        u16::try_from(x).unwrap_or(WIDTH).min(WIDTH)
    }

    /// Positions for things on these days, which must be in order. Several on a day are kept apart, and so are all others
    /// while there is room.
    pub(super) fn spread(self, days: &[Day]) -> Vec<u16> {
        let mut xs = Vec::with_capacity(days.len());
        for day in days.chunk_by(|a, b| a == b) {
            xs.extend(day.iter().enumerate().map(|(index, at)| self.place(*at, index, day.len())));
        }
        if xs.len() <= usize::from(WIDTH) {
            let mut least = 0;
            for x in &mut xs {
                *x = least.max(*x);
                least = *x + 1;
            }
            let mut most = WIDTH;
            for x in xs.iter_mut().rev() {
                *x = most.min(*x);
                most = x.saturating_sub(1);
            }
        }
        xs
    }

    /// Days to label, with their positions, the last one the span's last day: every so many whole weeks, at most `most` labels.
    /// In a span of less than a week, only the first day and the last.
    pub fn ticks(self, most: u16) -> Vec<(Day, u16)> {
        let most = u32::from(most.max(1));
        let reach = self.days() - 1;
        let step = if reach < 7 { reach.max(1) } else { (reach / 7).div_ceil((most - 1).max(1)).max(1).saturating_mul(7) };
        let mut ticks: Vec<_> = (0..most)
            .map_while(|number| {
                let back = step.checked_mul(number).filter(|back| *back <= reach)?;
                let day = Day(self.last.0.checked_sub_unsigned(back)?);
                Some((day, self.x(day)))
            })
            .collect();
        ticks.reverse();
        ticks
    }
}
