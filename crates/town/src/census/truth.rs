//! What is in a census file, counted while it is written.

use super::child::{Birth, Child, Pupil};
use super::episode::Episode;

/// How much of everything a file holds. An import must find exactly this.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Truth {
    /// Children.
    pub children: u64,
    /// Of these, not born yet.
    pub unborn: u64,
    /// Of these, with a second episode.
    pub twice: u64,
    /// Children with a date of death.
    pub died: u64,
    /// Children with a pupil number.
    pub pupil_numbers: u64,
    /// Disability codes other than `NONE`.
    pub disabilities: u64,
    /// Episodes (`CINdetails`), each with its referral.
    pub referrals: u64,
    /// Of these, referrals that led nowhere.
    pub no_further_action: u64,
    /// Episodes that closed.
    pub closures: u64,
    /// Assessments.
    pub assessments: u64,
    /// Of these, authorised.
    pub assessments_authorised: u64,
    /// Factors found by assessments.
    pub factors: u64,
    /// Child in need plans.
    pub cin_plans: u64,
    /// Of these, ended.
    pub cin_plans_ended: u64,
    /// Enquiries under section 47.
    pub enquiries: u64,
    /// Initial conferences, in an enquiry or by themselves.
    pub conferences: u64,
    /// Of these, in an enquiry.
    pub conferences_in_enquiries: u64,
    /// Child protection plans.
    pub protection_plans: u64,
    /// Of these, ended.
    pub protection_plans_ended: u64,
    /// Reviews of child protection plans.
    pub reviews: u64,
}

/// A count as the truth keeps it.
fn count(things: usize) -> u64 {
    u64::try_from(things).unwrap_or(u64::MAX)
}

impl Truth {
    /// Things that happened on a day: what an import files as events.
    pub fn events(&self) -> u64 {
        self.referrals
            + self.closures
            + self.assessments
            + self.cin_plans
            + self.enquiries
            + self.conferences
            + self.protection_plans
            + self.reviews
    }

    pub(super) fn add(&mut self, child: &Child) {
        self.children += 1;
        self.unborn += u64::from(matches!(child.birth, Birth::Expected(_)));
        self.twice += u64::from(child.episodes.len() > 1);
        self.died += u64::from(child.died.is_some());
        self.pupil_numbers += u64::from(matches!(child.pupil, Pupil::Number { .. }));
        self.disabilities += count(child.disabilities.len());
        for episode in &child.episodes {
            self.add_episode(episode);
        }
    }

    fn add_episode(&mut self, episode: &Episode) {
        self.referrals += 1;
        self.no_further_action += u64::from(episode.no_further_action);
        self.closures += u64::from(episode.closure.is_some());
        self.assessments += count(episode.assessments.len());
        for assessment in &episode.assessments {
            self.assessments_authorised += u64::from(assessment.authorised.is_some());
            self.factors += count(assessment.factors.len());
        }
        self.cin_plans += count(episode.plans.len());
        self.cin_plans_ended += count(episode.plans.iter().filter(|p| p.end.is_some()).count());
        self.enquiries += count(episode.enquiries.len());
        let held = episode.enquiries.iter().filter(|enquiry| enquiry.conference.is_some());
        let held = count(held.count());
        self.conferences += held + u64::from(episode.conference.is_some());
        self.conferences_in_enquiries += held;
        self.protection_plans += count(episode.protection.len());
        for plan in &episode.protection {
            self.protection_plans_ended += u64::from(plan.end.is_some());
            self.reviews += count(plan.reviews.len());
        }
    }
}
