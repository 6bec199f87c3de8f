using AreaSend.Core.Timetables;

namespace AreaSend.Core.AnnexA.Catalogue;

/// <summary>Annex A of the edition of 30 January 2024 in the handbook's order and in its words, as a table.</summary>
public static class AnnexA2024
{
    /// <summary>
    /// Every item, in the order in which the handbook asks for them. Lists 1 and 2, the list of providers and 1.1 to 1.7 are due on the working day after
    /// notification at 11:00 (¶ 192, 196, 203, 205), the rest on Friday of week 1 at 17:00 (¶ 192, 206).
    /// </summary>
    public static AnnexACatalogue Catalogue { get; } = new(
    [
        new("List 1", "Person-level data: list 1", "All children and young people with an EHC plan for whom your local authority is responsible.", Steps.PersonLevelLists, 196) { IsPersonLevelList = true },
        new("List 2", "Person-level data: list 2", "All children and young people who are in receipt of SEN support educated in settings within your local area.", Steps.PersonLevelLists, 196) { IsPersonLevelList = true },
        new("Providers", "Providers and settings", "A list of providers and services where inspectors can sample the records of individual children and young people.", Steps.ProvidersList, 205),

        new("1.1", "Local area partnership structure", "The education, health and care partners involved in the local area partnership; the governance arrangements, decision-making structures, how partners work together and who is responsible for delivering what.", Steps.Arrangements, 204),
        new("1.2", "Assessment of needs", "The local area partnership’s assessment of the needs of children and young people with SEND in the local area; this will include the Joint Strategic Needs Assessment and any further assessment of needs.", Steps.Arrangements, 204),
        new("1.3", "Self-evaluation", "The local area partnership’s self-evaluation of its effectiveness in improving the experiences and outcomes of children and young people with SEND.", Steps.Arrangements, 204),
        new("1.4", "Strategic planning", "The local area partnership’s strategic planning for children and young people with SEND; this may include parts of the joint health and well-being strategy.", Steps.Arrangements, 204),
        new("1.5", "Representative and support groups", "Contact information for established representative and/or support groups for children and young people with SEND, and parents and carers.", Steps.Arrangements, 204),
        new("1.6", "Dynamic support register", "List of all children and young people aged 0 to 25 on the dynamic support register.", Steps.Arrangements, 204),
        new("1.7", "Health system overview and commissioning arrangements", "The structure of the local health services, which includes who commissions the service and who provides the service (the CQC will provide a template at notification); and information on commissioning specifications for local health services, including for young people aged 16–25 years; this also includes any significant changes planned for the services and/or services where there are recovery plans needed.", Steps.Arrangements, 204),

        new("2.1", "Engagement plans and impact", "Information about the local area partnership’s strategy and approach for engaging with children, young people and their families in planning and evaluating SEND arrangements; information on the impact this engagement has had on local SEND arrangements.", Steps.FurtherInformation, 204),
        new("2.2", "Approach to EHC plans", "The local area partnership’s approach to the development, oversight and quality assurance of EHC plans, including the services involved; this may include documents relating to the processes and internal policies.", Steps.FurtherInformation, 204),
        new("2.3", "Personal budgets", "Data on the number of personal budget applications and acceptances across education, health and care.", Steps.FurtherInformation, 204),
        new("2.4", "Tribunals and single route of redress", "Data on appeals to the First-tier Tribunal (Special Educational Needs and Disability), including cases resolved before tribunal hearing; data about appeals through the single route of redress.", Steps.FurtherInformation, 204),
        new("2.5", "Information about specific cohorts", "The numbers of children and young people with SEND who are: not attending an education setting, including those who receive home education; attending alternative provision; known to youth justice services; eligible to receive adult care services; on part-time timetables for their education.", Steps.FurtherInformation, 204),
        new("2.6", "Outcomes", "Information on the local area partnership’s measures of outcomes for children and young people in their area, including outcomes relating to their preparation for adulthood.", Steps.FurtherInformation, 204),
        new("2.7", "Employment", "Data on current employment of 18 to 25 year olds with SEND.", Steps.FurtherInformation, 204),
        new("2.8", "Multi-agency audits", "The results of any multi-agency audits of support for individual children and young people with SEND that have been carried out in the 12 months prior to inspection.", Steps.FurtherInformation, 204),

        new("3.1", "Education system overview", "The structure of the local education system, including the types of education setting, and which settings have specialist provision available.", Steps.FurtherInformation, 204),
        new("3.2", "Residential special schools", "Information about the commissioning and oversight of placements of children and young people in residential special schools.", Steps.FurtherInformation, 204),
        new("3.3", "Out-of-area placements", "Information about the commissioning and oversight of education settings outside the local area that provide education for the area’s children and young people with EHC plans; data on the number of children and young people with SEND who are placed out of area, and the reasons for this.", Steps.FurtherInformation, 204),
        new("3.4", "Destinations", "Data about destinations after leaving school, including data about young people not in education, employment and training.", Steps.FurtherInformation, 204),
        new("3.5", "Part-time education timetables", "Data about children and young people who have EHC plans, or are in alternative provision on part-time timetables; to include the numbers of children and the timescales.", Steps.FurtherInformation, 204),
        new("3.6", "Home-to-school transport", "Information about the strategy for home-to-school transport, and any consultation outcomes; data on the number of children and young people with SEND who are supported, and who has requested support.", Steps.FurtherInformation, 204),
        new("3.7", "Attendance", "The most recent evaluation of attendance of children and young people with SEND in the local area.", Steps.FurtherInformation, 204),

        new("4.1", "Care services overview", "The structure of local care services, provision and teams, including details of any services in the area that have been commissioned from the community or voluntary sector for children and young people with SEND.", Steps.FurtherInformation, 204),
        new("4.2", "Short breaks", "The local authority short-break statement, and information on the current provision and uptake.", Steps.FurtherInformation, 204),
        new("4.3", "Thresholds, assessments and provision", "Information about thresholds, assessments and provision for children and young people with SEND, including early help and services for disabled children.", Steps.FurtherInformation, 204),
        new("4.4", "ILACS lists", "ILACS person-level data lists 2, 6, 7, 8, 9 as described in ILACS Annex A.", Steps.FurtherInformation, 204),
        new("4.5", "Virtual schools", "Information about the virtual school arrangements in the local area.", Steps.FurtherInformation, 204),

        new("5.1", "Performance data", "Performance data (including current waiting times) on delivery of: the healthy child programme, spanning early years and school-age children (previous 12 months); children and young people’s mental health services 0–25 years; speech and language therapy; occupational therapy; and physiotherapy.", Steps.FurtherInformation, 204),
        new("5.2", "Pathways", "Pathways for referrals to health services for assessment and outcomes information or data as related to those pathways, including children and young people’s mental health, therapies and child development centres.", Steps.FurtherInformation, 204),

        new("6.1", "Strategy and commissioning arrangements", "Information about the local authority’s strategy and commissioning arrangements for alternative provision.", Steps.FurtherInformation, 204),
        new("6.2", "Needs of children and young people", "Information about the needs of the children and young people in the area who are in alternative provision; information about how the local authority monitors likely future need for placements, and maintains sufficient provision.", Steps.FurtherInformation, 204),
        new("6.3", "Settings and attendees", "Information about the alternative provision settings used by the local authority and the children or young people attending, including where these are part-time placements; this should include a record of all individual intervention plans for children and young people.", Steps.FurtherInformation, 204),
        new("6.4", "Monitoring and oversight information", "The most recent information about the quality and performance of alternative provision settings, including outcomes for children and young people, such as destinations following alternative provision; information on how the local authority quality assures alternative provision, including relevant frameworks.", Steps.FurtherInformation, 204),

        new("7.1", "Multi-agency audit", "A multi-agency audit of the child or young person’s programme and support, including an evaluation of the impact of plans and support, and learning for the providers and services involved.", Steps.TrackedChildrenInformation, 206) { IsPerTrackedChild = true },
        new("7.2", "Chronology", "A chronology of significant events in the 2 years before the inspection.", Steps.TrackedChildrenInformation, 206) { IsPerTrackedChild = true },
        new("7.3", "Pen portrait", "A pen portrait of the child or young person, including information about their needs, aspirations and support.", Steps.TrackedChildrenInformation, 206) { IsPerTrackedChild = true },
        new("7.4", "Assessments", "The most recent assessments, including an early help assessment, if applicable.", Steps.TrackedChildrenInformation, 206) { IsPerTrackedChild = true },
        new("7.5", "Plans", "The most recent plans including an EHC plan, personal education plan or care plan, where relevant.", Steps.TrackedChildrenInformation, 206) { IsPerTrackedChild = true },
        new("7.6", "Discussion notes", "Notes of any key multi-agency discussions or equivalent.", Steps.TrackedChildrenInformation, 206) { IsPerTrackedChild = true },
        // The handbook's own sentence breaks off after "when the child" in the edition the project holds.
        new("7.7", "Commissioning", "The current commissioning agreement, where there is one for the child or young person.", Steps.TrackedChildrenInformation, 206) { IsPerTrackedChild = true },
    ]);
}
