namespace AreaSend.FileChecks;

/// <summary>A file on disk for a document inside another, because a check needs to go back and forth in it; gone when closed. Its name is ours.</summary>
internal static class ScratchFile
{
    public static FileStream Create()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(Path.Combine(Path.GetTempPath(), $"areasend-{Guid.NewGuid():N}"), options);
    }
}
