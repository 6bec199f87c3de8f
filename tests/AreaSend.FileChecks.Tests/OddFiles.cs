namespace AreaSend.FileChecks.Tests;

/// <summary>The whole table.</summary>
internal static class OddFiles
{
    public static IReadOnlyList<OddFile> All { get; } =
    [
        .. OddNames.All,
        .. OddBeginningsAndEnds.All,
        .. OddTexts.All,
        .. OddPdfs.All,
        .. OddArchives.All,
        .. OddZips.All,
        .. Bombs.All,
        .. OddOfficeFiles.All,
        .. OddFields.All,
        .. OddWorkbooks.All,
        .. OddLegacyFiles.All,
        .. OddOpenDocuments.All,
        .. OddMore.All,
    ];

    /// <summary>Those that take no time to make.</summary>
    public static IEnumerable<OddFile> Small => All.Except(Bombs.All).Except(OddWorkbooks.Large);

    public static OddFile Called(string name) => All.Single(file => file.Name == name);
}
