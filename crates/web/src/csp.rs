//! The headers of every answer. Nothing inline runs, nothing is loaded from elsewhere, no other
//! site may frame a page, and no page is kept by a browser or a proxy.

use axum::http::{HeaderMap, HeaderName, HeaderValue, header};

/// What a page may load and do. `trusted-types`: `app` parses what a live page brings, `sw` names
/// the service worker. `data:` and `blob:` are for drawings that a child makes on the device.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
    img-src 'self' blob: data:; media-src 'self' blob:; font-src 'self'; connect-src 'self'; \
    worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; \
    frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types app sw";

const ALWAYS: [(HeaderName, &str); 6] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (
        HeaderName::from_static("permissions-policy"),
        "microphone=(self), camera=(self), geolocation=()",
    ),
    // With `no-referrer` a form's own POST would carry `Origin: null`.
    (header::REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
];

/// What a page that somebody at home opens by a link may load and do: its style, and the pictures
/// and recordings that are in it. Nothing runs, nothing is fetched, nothing leads away.
const AT_HOME: &str = "default-src 'none'; style-src 'self'; font-src 'self'; img-src data:; \
    media-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The headers of such a page: no site learns of its address, no machine lists it, and going back
/// to it asks us again.
pub(crate) fn for_nobody_else(headers: &mut HeaderMap) {
    let say = [
        (header::CONTENT_SECURITY_POLICY, AT_HOME),
        (header::REFERRER_POLICY, "no-referrer"),
        (HeaderName::from_static("x-robots-tag"), "noindex, nofollow, noarchive, nosnippet"),
        (header::CACHE_CONTROL, "no-store"),
        // Some browsers keep even such a page in memory, for whoever presses "back".
        (HeaderName::from_static("clear-site-data"), "\"cache\""),
    ];
    for (name, value) in say {
        headers.insert(name, HeaderValue::from_static(value));
    }
}

/// Adds them. What an answer says of itself already stands; where it says nothing of its keeping,
/// it is not kept.
pub(crate) fn add(headers: &mut HeaderMap) {
    for (name, value) in ALWAYS {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
}
