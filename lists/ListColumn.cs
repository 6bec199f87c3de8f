namespace AreaSend.Lists;

/// <summary>What a column of a person-level list holds, in the template's order; list 2 has neither the plan's dates nor home education.</summary>
public enum ListColumn
{
    /// <summary>The local authority's own identifier of the child or young person.</summary>
    UniqueId,

    /// <summary>Unique pupil number.</summary>
    Upn,

    /// <summary>Unique learner number.</summary>
    Uln,

    /// <summary>Date of birth.</summary>
    DateOfBirth,

    /// <summary>Gender, as a code.</summary>
    Gender,

    /// <summary>Ethnicity, as a code.</summary>
    Ethnicity,

    /// <summary>Date on which the first EHC plan was issued.</summary>
    PlanIssued,

    /// <summary>Date on which the EHC plan was last updated.</summary>
    PlanUpdated,

    /// <summary>Date of the last annual review.</summary>
    PlanReviewed,

    /// <summary>SEN primary need, as a code: the need ranked first in the SEN2 return.</summary>
    PrimaryNeed,

    /// <summary>Main establishment's unique reference number, six digits.</summary>
    MainUrn,

    /// <summary>Main establishment's phase, as a code.</summary>
    MainPhase,

    /// <summary>Subsidiary establishment's phase where the child is dual registered, as a code.</summary>
    SubsidiaryPhase,

    /// <summary>Elective home education, yes or no.</summary>
    ElectiveHomeEducation,

    /// <summary>Suspensions in the last six months.</summary>
    Suspensions,

    /// <summary>Permanent exclusions in the last six months.</summary>
    PermanentExclusions,

    /// <summary>Percentage of sessions missed in the last six months.</summary>
    Absence,

    /// <summary>Pupil premium, yes or no.</summary>
    PupilPremium,

    /// <summary>Known to children's social care, yes or no.</summary>
    KnownToSocialCare,

    /// <summary>Which team of children's social care, in words.</summary>
    SocialCareTeam,

    /// <summary>Whether the child or young person has a disability.</summary>
    Disability,
}
