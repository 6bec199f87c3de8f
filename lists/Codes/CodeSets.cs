namespace AreaSend.Lists.Codes;

/// <summary>The code sets of the template (¶ 198: taken from SEN2 and the school census).</summary>
public static class CodeSets
{
    /// <summary>Gender. The digits of older returns are understood.</summary>
    public static CodeSet Gender { get; } = new("gender",
    [
        new("a", "M", "Male"),
        new("b", "F", "Female"),
        new("c", "U", "Not known"),
        new("d", "I", "Not specified"),
        new("", "1", "Male, in figures", IsOfAnotherReturn: true),
        new("", "2", "Female, in figures", IsOfAnotherReturn: true),
        new("", "0", "Not known, in figures", IsOfAnotherReturn: true),
        new("", "9", "Not specified, in figures", IsOfAnotherReturn: true),
    ]);

    /// <summary>Ethnicity.</summary>
    public static CodeSet Ethnicity { get; } = new("ethnicity",
    [
        new("a", "WBRI", "White British"),
        new("b", "WIRI", "White Irish"),
        new("c", "WIRT", "Traveller of Irish heritage"),
        new("d", "WOTH", "Any other White background"),
        new("e", "WROM", "Gypsy/Roma"),
        new("f", "MWBC", "White and Black Caribbean"),
        new("g", "MWBA", "White and Black African"),
        new("h", "MWAS", "White and Asian"),
        new("i", "MOTH", "Any other Mixed background"),
        new("j", "AIND", "Indian"),
        new("k", "APKN", "Pakistani"),
        new("l", "ABAN", "Bangladeshi"),
        new("m", "AOTH", "Any other Asian background"),
        new("n", "BCRB", "Caribbean"),
        new("o", "BAFR", "African"),
        new("p", "BOTH", "Any other Black background"),
        new("q", "CHNE", "Chinese"),
        new("r", "OOTH", "Any other ethnic group"),
        new("s", "REFU", "Refused"),
        new("t", "NOBT", "Information not yet obtained"),
        new("u", "UNKNOWN", "Not known"),
    ]);

    /// <summary>SEN primary need.</summary>
    public static CodeSet PrimaryNeed { get; } = new("need",
    [
        new("a", "SPLD", "Specific learning difficulty"),
        new("b", "MLD", "Moderate learning difficulty"),
        new("c", "SLD", "Severe learning difficulty"),
        new("d", "PMLD", "Profound and multiple learning difficulty"),
        new("e", "SEMH", "Social, emotional and mental health"),
        new("f", "SLCN", "Speech, language and communication needs"),
        new("g", "HI", "Hearing impairment"),
        new("h", "VI", "Vision impairment"),
        new("i", "MSI", "Multi-sensory impairment"),
        new("j", "PD", "Physical disability"),
        new("k", "ASD", "Autistic spectrum disorder"),
        new("l", "OTH", "Other difficulty"),
        new("", "DS", "Down Syndrome", IsOfAnotherReturn: true),
    ]);

    /// <summary>An establishment's phase.</summary>
    public static CodeSet Phase { get; } = new("phase",
    [
        new("a", "Nursery", "Nursery"),
        new("b", "Primary", "Primary"),
        new("c", "Middle (deemed primary)", "Middle (deemed primary)"),
        new("d", "Middle (deemed secondary)", "Middle (deemed secondary)"),
        new("e", "Secondary", "Secondary"),
        new("f", "All-through", "All-through"),
        new("g", "Special", "Special"),
        new("h", "Pupil referral unit/Alternative provision", "Pupil referral unit/Alternative provision")
        {
            AlsoWritten = ["Pupil referral unit", "Alternative provision"],
        },
        new("i", "FE college", "FE college"),
    ]);

    /// <summary>Yes or no.</summary>
    public static CodeSet YesNo { get; } = new("yes or no",
    [
        new("a", "Yes", "Y"),
        new("b", "No", "N"),
    ]);

    /// <summary>The set that the column's values must come from, or null for a column without codes.</summary>
    public static CodeSet? Of(ListColumn column) => column switch
    {
        ListColumn.Gender => Gender,
        ListColumn.Ethnicity => Ethnicity,
        ListColumn.PrimaryNeed => PrimaryNeed,
        ListColumn.MainPhase or ListColumn.SubsidiaryPhase => Phase,
        ListColumn.ElectiveHomeEducation or ListColumn.PupilPremium or ListColumn.KnownToSocialCare => YesNo,
        _ => null,
    };
}
