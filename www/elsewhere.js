// The page is built with its start screen. Where the address asks for another, the style keeps that out of sight until the screen
// is there: on a host this runs before anything is drawn.

if (location.hash.length > 2) document.documentElement.dataset.elsewhere = "";
