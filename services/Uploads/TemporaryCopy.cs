namespace AreaSend.Services.Uploads;

/// <summary>
/// A file on disk for a document in hand, so that memory stays flat. Its name is ours, nobody else may read it, and it goes with the process, even a killed
/// one.
/// </summary>
internal static class TemporaryCopy
{
    public static FileStream Create()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Delete,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        if (OperatingSystem.IsWindows())
        {
            return new FileStream(NewPath(), options);
        }

        options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var path = NewPath();
        var file = new FileStream(path, options);

        // An open file without a name is gone with its last holder.
        File.Delete(path);
        return file;
    }

    private static string NewPath() => Path.Combine(Path.GetTempPath(), $"areasend-upload-{Guid.NewGuid():N}");
}
