namespace AreaSend.Core.Timetables;

/// <summary>
/// The keys of the steps of every timetable, each written once. They stand in events, overrides, addresses and the API, so a key is
/// never changed; what a step means stands in its row of an edition.
/// </summary>
public static class Steps
{
    /// <summary>Director of children's services notified.</summary>
    public const string NotifyDcs = "notify-dcs";

    /// <summary>Chief executive of the integrated care board notified.</summary>
    public const string NotifyIcb = "notify-icb";

    /// <summary>Parent Carer Forum told.</summary>
    public const string NotifyPcf = "notify-pcf";

    /// <summary>Annex A information requested.</summary>
    public const string AnnexARequest = "annex-a-request";

    /// <summary>Surveys open.</summary>
    public const string SurveysOpen = "surveys-open";

    /// <summary>Local area nominated officer (LANO) named.</summary>
    public const string LanoNominated = "lano-nominated";

    /// <summary>Set-up discussion.</summary>
    public const string SetUpDiscussion = "set-up-discussion";

    /// <summary>Person-level lists 1 and 2.</summary>
    public const string PersonLevelLists = "person-level-lists";

    /// <summary>List of providers and settings.</summary>
    public const string ProvidersList = "providers-list";

    /// <summary>Annex A items 1.1 to 1.7.</summary>
    public const string Arrangements = "arrangements";

    /// <summary>About 6 children and young people selected for tracking.</summary>
    public const string TrackedChildren = "tracked-children";

    /// <summary>Annex A items 2.1 to 6.4.</summary>
    public const string FurtherInformation = "further-information";

    /// <summary>Annex A items 7.1 to 7.7 for each tracked child.</summary>
    public const string TrackedChildrenInformation = "tracked-children-information";

    /// <summary>Information of Annex A that inspectors ask for, in a monitoring inspection.</summary>
    public const string RequestedInformation = "requested-information";

    /// <summary>Discussion with the officials of the DfE and NHS England.</summary>
    public const string SupportDiscussion = "support-discussion";

    /// <summary>Self-evaluation asked for, before an engagement meeting.</summary>
    public const string SelfEvaluationRequest = "self-evaluation-request";

    /// <summary>Self-evaluation received.</summary>
    public const string SelfEvaluation = "self-evaluation";

    /// <summary>Agenda of an engagement meeting agreed.</summary>
    public const string Agenda = "agenda";

    /// <summary>Engagement meeting.</summary>
    public const string Meeting = "meeting";

    /// <summary>Letter about an engagement meeting.</summary>
    public const string MeetingLetter = "meeting-letter";

    /// <summary>Last on-site day, where no meeting ends it.</summary>
    public const string OnSiteEnds = "on-site-ends";

    /// <summary>Re-visit letter shared.</summary>
    public const string RevisitLetter = "revisit-letter";

    /// <summary>Surveys close.</summary>
    public const string SurveysClose = "surveys-close";

    /// <summary>Off-site fieldwork begins.</summary>
    public const string Fieldwork = "fieldwork";

    /// <summary>Inspectors come on site.</summary>
    public const string OnSite = "on-site";

    /// <summary>Meeting with leaders.</summary>
    public const string LeadersMeeting = "leaders-meeting";

    /// <summary>Feedback meeting on the last on-site day.</summary>
    public const string FeedbackMeeting = "feedback-meeting";

    /// <summary>Local area may call a senior Ofsted leader.</summary>
    public const string ConcernsCall = "concerns-call";

    /// <summary>Draft report shared.</summary>
    public const string DraftReport = "draft-report";

    /// <summary>Local area comments on the draft.</summary>
    public const string DraftComments = "draft-comments";

    /// <summary>Final report and responses shared.</summary>
    public const string FinalReport = "final-report";

    /// <summary>Local area may complain.</summary>
    public const string Complaint = "complaint";

    /// <summary>Report published.</summary>
    public const string Publication = "publication";

    /// <summary>Report sent to those the regulations name.</summary>
    public const string Dissemination = "dissemination";

    /// <summary>Parent Carer Forum given a copy of the report.</summary>
    public const string PcfCopy = "pcf-copy";

    /// <summary>Report on the websites of the local authority and its partners.</summary>
    public const string AreaPublishes = "area-publishes";

    /// <summary>Strategic plan updated and published.</summary>
    public const string StrategicPlan = "strategic-plan";

    /// <summary>Priority action plan submitted to Ofsted and CQC.</summary>
    public const string PriorityActionPlan = "priority-action-plan";

    /// <summary>Priority action plan confirmed or sent back.</summary>
    public const string PlanReview = "plan-review";

    /// <summary>Priority action plan published.</summary>
    public const string PlanPublication = "plan-publication";

    /// <summary>Monitoring inspection.</summary>
    public const string MonitoringInspection = "monitoring-inspection";

    /// <summary>Next full inspection.</summary>
    public const string NextFullInspection = "next-full-inspection";
}
