//! A new record gets its first administrator, who lets everybody else in, and out.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it fails")]

mod common;

use common::{Actor, Council, PASSWORD};
use domain::id::Authority;
use town::stores::console;

const AMINA: &str = "amina@council.example";

/// A council whose only person is the administrator, signed in.
async fn begun() -> (Council, Actor) {
    let council = Council::empty();
    let kith = council.kith.clone().expect("open");
    let authority = Authority::new(201).expect("a code");
    let given = app::account::give_console_token(&kith, console(9), authority);
    let token = given.await.expect("a token");
    let mut amina = council.browser();
    let form = [
        ("token", token.as_str()),
        ("name", "Amina Shah"),
        ("job", "systems officer"),
        ("email", AMINA),
        ("password", PASSWORD),
    ];
    let mut guessed = form;
    guessed[0].1 = "0000";
    let refused = amina.post("/set-up", &guessed).await;
    assert_eq!(refused.code(), 422);
    assert!(refused.text.contains("not the newest token") && refused.text.contains("Amina Shah"));
    let mut weak = form;
    weak[4].1 = "password2026";
    let refused = amina.post("/set-up", &weak).await;
    assert!(refused.text.contains("At least 12 characters") || refused.code() == 422);
    assert!(!refused.text.contains("password2026"), "a password never comes back");
    let made = amina.post("/set-up", &form).await;
    assert_eq!((made.code(), made.location()), (303, "/sign-in?why=chosen"), "{}", made.text);
    assert_eq!(amina.get("/set-up").await.code(), 404, "there is one now");
    assert_eq!(amina.post("/set-up", &form).await.code(), 404);
    assert_eq!(amina.sign_in(AMINA, PASSWORD).await.code(), 303);
    (council, amina)
}

/// The address of somebody's account, from the list.
async fn account(amina: &mut Actor, name: &str) -> String {
    let list = amina.get("/accounts").await.text;
    let before = list.split(&format!(">{name}</a>")).next().expect("the list");
    let address = before.rsplit("href=\"").next().expect("an address");
    address.split('"').next().expect("its end").to_owned()
}

#[tokio::test]
async fn an_administrator_begins_with_accounts_and_sees_no_child() {
    let (_council, mut amina) = begun().await;
    let first = amina.get("/").await;
    assert_eq!((first.code(), first.location()), (303, "/accounts"));
    let page = amina.get("/accounts").await.text;
    assert!(page.contains("Amina Shah") && !page.contains("href=\"/children\""));
    let own = account(&mut amina, "Amina Shah").await;
    let alone = amina.post(&own, &[("roles", "practitioner")]).await;
    assert_eq!(alone.code(), 422);
    assert!(alone.text.contains("Nobody else could look after accounts"));
}

#[tokio::test]
async fn somebody_new_chooses_a_password_that_nobody_else_knows() {
    let (council, mut amina) = begun().await;
    assert_eq!(amina.post("/teams", &[("team_name", "")]).await.code(), 422);
    assert_eq!(amina.post("/teams", &[("team_name", "Riverside")]).await.code(), 303);
    let page = amina.get("/accounts").await.text;
    let teams = page.split("name=\"teams\" value=\"").nth(1).expect("a team");
    let team = teams.split('"').next().expect("its id").to_owned();
    let form = [
        ("name", "Anita Rowe"),
        ("job", "social worker"),
        ("email", "Anita@council.example"),
        ("roles", "practitioner"),
        ("teams", team.as_str()),
    ];
    let added = amina.post("/accounts", &form).await;
    assert_eq!(added.code(), 200, "{}", added.text);
    let code = added.text.split("class=\"code figures\">").nth(1).expect("a code");
    let code = code.split('<').next().expect("its end").to_owned();
    assert_eq!(code.len(), 24);
    let taken = amina.post("/accounts", &form).await;
    assert_eq!(taken.code(), 422);
    assert!(taken.text.contains("Somebody has this already."));

    let mut anita = council.browser();
    let typed = code.to_uppercase().replace('-', " ");
    let mut chosen = [
        ("email", "anita@council.example"),
        ("code", "0000-0000-0000-0000-0000"),
        ("password", "three mugs on the sill"),
    ];
    let refused = anita.post("/choose-password", &chosen).await;
    assert_eq!(refused.code(), 422);
    assert!(refused.text.contains("do not go together"));
    chosen[1].1 = &typed;
    let kept = anita.post("/choose-password", &chosen).await;
    assert_eq!(kept.location(), "/sign-in?why=chosen", "{}", kept.text);
    assert_eq!(anita.post("/choose-password", &chosen).await.code(), 422, "it works once");
    assert_eq!(anita.sign_in("anita@council.example", PASSWORD).await.code(), 303);
    assert!(anita.get("/").await.text.contains("Anita Rowe"));
    assert_eq!(anita.get("/accounts").await.code(), 403);
}

#[tokio::test]
async fn a_new_code_ends_the_last_and_its_time_runs_out() {
    let council = Council::new();
    let mut admin = council.signed_in("admin").await;
    let path = format!("/accounts/{}/code", council.account("worker"));
    let code = |text: &str| {
        let code = text.split("class=\"code figures\">").nth(1).expect("a code").to_owned();
        code.split('<').next().expect("its end").to_owned()
    };
    let first = code(&admin.post(&path, &[]).await.text);
    let second = code(&admin.post(&path, &[]).await.text);
    let mut worker = council.signed_in("worker").await;
    for (which, expected) in [(&first, 422), (&second, 303)] {
        assert_eq!(choose(&council, which).await, expected);
    }
    assert_eq!(worker.get("/").await.code(), 303, "whoever was signed in with the old one is out");
    let third = code(&admin.post(&path, &[]).await.text);
    council.later(72 * 60);
    assert_eq!(choose(&council, &third).await, 422);
}

/// The worker chooses another password with a code.
async fn choose(council: &Council, code: &str) -> u16 {
    let email = "worker@council.example";
    let form = [("email", email), ("code", code), ("password", "a kettle and four cups")];
    council.browser().post("/choose-password", &form).await.code()
}

#[tokio::test]
async fn whoever_leaves_is_out_at_once() {
    let council = Council::new();
    let mut worker = council.signed_in("worker").await;
    assert_eq!(worker.get("/").await.code(), 200);
    let mut admin = council.signed_in("admin").await;
    let path = format!("/accounts/{}", council.account("worker"));
    let wrong = admin.post(&path, &[("roles", "practitioner"), ("closed_on", "31 June")]).await;
    assert_eq!(wrong.code(), 422);
    let form = [("roles", "practitioner"), ("closed_on", "2026-11-24")];
    assert_eq!(admin.post(&path, &form).await.code(), 303);
    assert_eq!(worker.get("/").await.code(), 303, "the page that was open answers nothing more");
    let again = worker.sign_in("worker@council.example", PASSWORD).await;
    assert_eq!(again.code(), 401, "as if there were no such account");
    assert!(admin.get("/accounts").await.text.contains("closed since 24 Nov"));
}

#[tokio::test]
async fn on_call_opens_any_front_page_within_its_hours() {
    let council = Council::new();
    let child = council.child("the stranger’s");
    let page = format!("/children/{child}");
    let mut offduty = council.signed_in("offduty").await;
    assert_eq!(offduty.get(&page).await.code(), 404, "before the hours begin");
    let mut admin = council.signed_in("admin").await;
    let path = format!("/accounts/{}", council.account("offduty"));
    let half = [("roles", "on_call"), ("from-0", "09:00")];
    assert_eq!(admin.post(&path, &half).await.code(), 422, "hours have an end");
    let form = [("roles", "on_call"), ("from-0", "09:00"), ("to-0", "17:00"), ("days-0", "tue")];
    assert_eq!(admin.post(&path, &form).await.code(), 303);
    assert_eq!(offduty.get(&page).await.code(), 200);
    let kept = admin.get(&path).await.text;
    assert!(kept.contains("name=\"from-0\" type=\"time\" value=\"09:00\""), "{kept}");
}
