//! The names of the census's elements, so that a place in the file can carry one without a copy.

/// Stands for every name not listed here.
pub(super) const UNKNOWN: &str = "";

/// The name as the list has it, or [`UNKNOWN`].
pub(super) fn known(name: &str) -> &'static str {
    NAMES.binary_search(&name).ok().and_then(|place| NAMES.get(place)).copied().unwrap_or(UNKNOWN)
}

/// In the order of their bytes, for the search.
const NAMES: &[&str] = &[
    "AssessmentActualStartDate",
    "AssessmentAuthorisationDate",
    "AssessmentFactors",
    "AssessmentInternalReviewDate",
    "Assessments",
    "CINPlanDates",
    "CINPlanEndDate",
    "CINPlanStartDate",
    "CINclosureDate",
    "CINdetails",
    "CINreferralDate",
    "CPPendDate",
    "CPPreviewDate",
    "CPPstartDate",
    "Child",
    "ChildCharacteristics",
    "ChildIdentifiers",
    "ChildProtectionPlans",
    "Children",
    "Collection",
    "CollectionDetails",
    "Content",
    "CourtAppDate",
    "DateOfInitialCPC",
    "DateTime",
    "Disabilities",
    "Disability",
    "Ethnicity",
    "ExpectedPersonBirthDate",
    "FGDMMeetingFac",
    "FGDMMeetingOffer",
    "FactorsIdentifiedAtAssessment",
    "FormerUPN",
    "GenderCurrent",
    "Header",
    "ICPCnotRequired",
    "InitialCPCtarget",
    "InitialCategoryOfAbuse",
    "InitialPPMeetingDate",
    "LAchildID",
    "LBPSentDate",
    "LEA",
    "LatestCategoryOfAbuse",
    "LetterInitCPDate",
    "Message",
    "NumberOfPreviousCPP",
    "PPOutcome",
    "PPStartDate",
    "PersonBirthDate",
    "PersonDeathDate",
    "PreProceedingsandFGDM",
    "PrimaryNeedCode",
    "ReasonForClosure",
    "ReferenceDate",
    "ReferralNFA",
    "ReferralSource",
    "Release",
    "ReviewMeetingsCount",
    "Reviews",
    "S47ActualStartDate",
    "Section47",
    "SerialNo",
    "Sex",
    "SoftwareCode",
    "Source",
    "SourceLevel",
    "StepDecisionDate",
    "UPN",
    "UPNunknown",
    "Year",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_stand_in_the_order_the_search_needs() {
        assert!(NAMES.is_sorted_by(|a, b| a < b));
        assert_eq!(known("CPPreviewDate"), "CPPreviewDate");
        assert_eq!(known("Surname"), UNKNOWN);
    }
}
