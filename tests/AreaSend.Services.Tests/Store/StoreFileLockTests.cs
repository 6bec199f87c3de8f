using AreaSend.Services.Store;
using AreaSend.Testing;

namespace AreaSend.Services.Tests.Store;

/// <summary>Two hosts on one file would each send what falls due.</summary>
public sealed class StoreFileLockTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Take_FileThatAnotherHostHas_SaysWhatToDo()
    {
        using var first = Lock();
        first.Take();
        using var second = Lock();

        var refusal = Assert.Throws<StoreInUseException>(second.Take);

        Assert.Contains("another AreaSend is using it: stop that one first", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Take_FileThatWasLetGo_IsTaken()
    {
        var first = Lock();
        first.Take();
        first.Dispose();
        using var second = Lock();

        second.Take();
    }

    [Fact]
    public void Take_Folder_IsTheOwnersAlone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows knows no such rights.");
            return;
        }

        using var file = new StoreFileLock(StoreSettings.SqliteFile(_folder.File("local/areasend.db")));

        file.Take();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_folder.File("local")));
    }

    public void Dispose() => _folder.Dispose();

    private StoreFileLock Lock() => new(StoreSettings.SqliteFile(_folder.File("areasend.db")));
}
