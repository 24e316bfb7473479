//! Of the screens that lead to the RAT the first part of the page knows their addresses.

mod route;

pub use route::RatRoute;
