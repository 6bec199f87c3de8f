using System.Diagnostics;
using Npgsql;

namespace AreaSend.Testing;

/// <summary>
/// A throwaway PostgreSQL server for one test run: <c>[assembly: AssemblyFixture(typeof(PostgresServer))]</c>.
/// It ends with the test process, even a killed one, because its standard input closes then. A test class takes a <see cref="PostgresDatabase"/>.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private const string Pattern = "migrated";

    private readonly Lazy<Task<Running>> _running = new(StartAsync);
    private readonly Lazy<Task> _pattern;
    private int _databases;

    public PostgresServer() => _pattern = new(MakePatternAsync);

    /// <summary>Makes an empty database and returns the connection string to it. The first call starts the server.</summary>
    public Task<string> CreateDatabaseAsync(CancellationToken cancellationToken = default) => CreateAsync(NextName(), "template1", cancellationToken);

    /// <summary>Makes a database that has the store's tables and nothing in them, and returns the connection string to it.</summary>
    public async Task<string> CreateMigratedDatabaseAsync(CancellationToken cancellationToken = default)
    {
        await _pattern.Value;
        return await CreateAsync(NextName(), Pattern, cancellationToken);
    }

    /// <summary>Makes a copy of a database that nobody is connected to, and returns the connection string to it.</summary>
    public Task<string> CopyDatabaseAsync(string connectionString, CancellationToken cancellationToken = default) =>
        CreateAsync(NextName(), new NpgsqlConnectionStringBuilder(connectionString).Database!, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (!_running.IsValueCreated)
        {
            return;
        }

        using var process = (await _running.Value).Process;
        NpgsqlConnection.ClearAllPools();
        process.StandardInput.Close();
        await process.WaitForExitAsync();
    }

    private string NextName() => $"test_{Interlocked.Increment(ref _databases)}";

    private async Task MakePatternAsync() => await MigratedStores.MigrateAsync(await CreateAsync(Pattern, "template1", CancellationToken.None));

    private async Task<string> CreateAsync(string name, string pattern, CancellationToken cancellationToken)
    {
        var (_, folder) = await _running.Value;
        await using var source = NpgsqlDataSource.Create(ConnectionString(folder, "postgres"));
        await using var create = source.CreateCommand($"CREATE DATABASE {name} TEMPLATE {pattern}");
        await create.ExecuteNonQueryAsync(cancellationToken);
        return ConnectionString(folder, name);
    }

    private static async Task<Running> StartAsync()
    {
        var process = Process.Start(Command()) ?? throw new InvalidOperationException("The PostgreSQL server did not start.");
        var folder = await process.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException($"The PostgreSQL server did not start: {await process.StandardError.ReadToEndAsync()}");
        return new Running(process, folder);
    }

    // As many connections as infra/ lends to an instance. What takes long here takes long because many others want this machine's processors.
    private static string ConnectionString(string folder, string database) =>
        new NpgsqlConnectionStringBuilder { Host = folder, Username = "postgres", Database = database, MaxPoolSize = 20, Timeout = 120, CommandTimeout = 300 }.ConnectionString;

    private static ProcessStartInfo Command()
    {
        // initdb refuses root; Debian's package brings a user for it.
        string[] asItself = Environment.UserName == "root" ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] : [];
        string[] command = [.. asItself, "sh", "-c", Script(), "throwaway-postgres", ProgramFolder()];
        return new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
    }

    private static string Script()
    {
        using var reader = new StreamReader(typeof(PostgresServer).Assembly.GetManifestResourceStream("throwaway-postgres.sh")!);
        return reader.ReadToEnd();
    }

    /// <summary>Debian keeps each version's programs in a folder of their own; elsewhere they are on the PATH.</summary>
    private static string ProgramFolder()
    {
        const string Debian = "/usr/lib/postgresql";
        string[] versions = Directory.Exists(Debian) ? Directory.GetDirectories(Debian) : [];
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return versions.OrderDescending().Select(version => Path.Combine(version, "bin")).Concat(onPath).FirstOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")))
            ?? throw new InvalidOperationException("These tests need PostgreSQL's server programs. On Debian: apt-get install postgresql");
    }

    /// <param name="Folder">Where the server's socket is.</param>
    private sealed record Running(Process Process, string Folder);
}
