//! Of the screens that act on the score the first part of the page knows their addresses.

mod route;

pub use route::AdviceRoute;
