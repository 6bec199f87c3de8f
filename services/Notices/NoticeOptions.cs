namespace AreaSend.Services.Notices;

/// <summary>
/// Settings under <c>AreaSend:Notices</c>: what notices point to outside this site. An address that is not set is not made up; the
/// notice then says who gives it.
/// </summary>
public sealed class NoticeOptions
{
    /// <summary>The section that these settings stand in.</summary>
    public const string Section = "AreaSend:Notices";

    /// <summary>The survey for children and young people (¶ 88).</summary>
    public Uri? ChildrenSurvey { get; set; }

    /// <summary>The survey for parents and carers (¶ 88).</summary>
    public Uri? ParentsSurvey { get; set; }

    /// <summary>The survey for practitioners (¶ 88).</summary>
    public Uri? PractitionersSurvey { get; set; }

    /// <summary>The voluntary survey after the inspection (¶ 154).</summary>
    public Uri? PostInspectionSurvey { get; set; }

    /// <summary>The number of a senior Ofsted leader for the working day after the inspection (¶ 155).</summary>
    public string? ConcernsTelephone { get; set; }

    /// <summary>The number of those who coordinate inspections, in every e-mail and in the rooms of those who come by a link.</summary>
    public string? Telephone { get; set; }

    /// <summary>The framework and handbook.</summary>
    public Uri Handbook { get; set; } = new("https://www.gov.uk/government/publications/area-send-framework-and-handbook");

    /// <summary>Ofsted's deferral policy (¶ 84).</summary>
    public Uri DeferralPolicy { get; set; } = new("https://www.gov.uk/government/publications/deferring-ofsted-inspections");

    /// <summary>How to make a formal complaint (¶ 156).</summary>
    public Uri Complaints { get; set; } = new("https://www.gov.uk/government/organisations/ofsted/about/complaints-procedure");
}
