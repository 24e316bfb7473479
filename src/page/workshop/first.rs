//! Of the screens that serve a workshop the first part of the page knows their addresses.

mod route;

pub use route::WorkshopRoute;
