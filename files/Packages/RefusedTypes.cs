namespace AreaSend.FileChecks.Packages;

/// <summary>
/// Parts that no document may have, by what a part says that it is, by what points at it and by where it usually lies: any one of the three suffices.
/// </summary>
internal static class RefusedTypes
{
    private static readonly (string Word, Refusal Refusal)[] ContentTypes =
    [
        ("macroEnabled.main+xml", Refusals.Macros),
        ("macroEnabledTemplate.main+xml", Refusals.Macros),
        ("macroEnabledSlideshow.main+xml", Refusals.Macros),
        ("binary.macroEnabled", Refusals.BinaryWorkbook),
        ("vbaProject", Refusals.Macros),
        ("vbaData", Refusals.Macros),
        ("macrosheet", Refusals.Macros),
        ("dialogsheet", Refusals.Macros),
        ("activeX", Refusals.ActiveX),
        ("oleObject", Refusals.EmbeddedObject),
        ("externalLink", Refusals.ExternalLink),
        ("spreadsheetml.connections", Refusals.DataConnection),
        ("webextension", Refusals.AddIn),
    ];

    private static readonly (string Word, Refusal Refusal)[] Relations =
    [
        ("vbaProject", Refusals.Macros),
        ("wordVbaData", Refusals.Macros),
        ("xlMacrosheet", Refusals.Macros),
        ("xlIntlMacrosheet", Refusals.Macros),
        ("control", Refusals.ActiveX),
        ("activeXControlBinary", Refusals.ActiveX),
        ("oleObject", Refusals.EmbeddedObject),
        ("aFChunk", Refusals.EmbeddedObject),
        ("subDocument", Refusals.ExternalLink),
        ("externalLink", Refusals.ExternalLink),
        ("connections", Refusals.DataConnection),
        ("webextension", Refusals.AddIn),
        ("webextensiontaskpanes", Refusals.AddIn),
        ("mailMergeSource", Refusals.MailMerge),
        ("mailMergeHeaderSource", Refusals.MailMerge),
        ("frame", Refusals.ExternalLink),
    ];

    private static readonly (string Word, Refusal Refusal)[] Places =
    [
        ("vbaProject.bin", Refusals.Macros),
        ("/macrosheets/", Refusals.Macros),
        ("/activeX/", Refusals.ActiveX),
        ("/externalLinks/", Refusals.ExternalLink),
        ("/webextensions/", Refusals.AddIn),
        (".piece", Refusals.TooMuchMarkup),
    ];

    public static void RequireContentType(string type) =>
        RefuseFirst(ContentTypes, entry => type.Contains(entry, StringComparison.OrdinalIgnoreCase));

    /// <param name="relation">The last word of the relationship's type, which is the same in both editions of the format.</param>
    public static void RequireRelation(string relation) =>
        RefuseFirst(Relations, entry => relation.Equals(entry, StringComparison.OrdinalIgnoreCase));

    public static void RequirePlace(string part) =>
        RefuseFirst(Places, entry => part.Contains(entry, StringComparison.OrdinalIgnoreCase));

    private static void RefuseFirst((string Word, Refusal Refusal)[] table, Func<string, bool> isMet)
    {
        foreach (var (word, refusal) in table)
        {
            if (isMet(word))
            {
                throw new RefusedException(refusal);
            }
        }
    }
}
