using AreaSend.Lists.Samples;
using AreaSend.Services.Storage;
using AreaSend.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace AreaSend.Browser.Tests;

/// <summary>The real host over real storage, and a folder of files to send.</summary>
public sealed class LanoHost : WebApplicationFactory<Program>
{
    private readonly HostFolder _folder = new();
    private readonly TemporaryFolder _files = new();
    private readonly TemporaryFolder _data = new();
    private AzuriteProcess? _storage;
    private CuttingProxy? _network;

    /// <summary>Starts storage and then the host.</summary>
    public static async Task<LanoHost> StartAsync()
    {
        var host = new LanoHost();
        host._storage = await AzuriteProcess.StartAsync(Repository.Folder("tools/azurite"), host._data.Path);
        host._network = new CuttingProxy(host.StoragePort);
        host.UseKestrel(0);
        host.StartServer();
        return host;
    }

    public Uri Address => ClientOptions.BaseAddress;

    /// <summary>What lies between the browser and storage.</summary>
    internal CuttingProxy Network => _network!;

    private int StoragePort => new Azure.Storage.Blobs.BlobServiceClient(_storage!.ConnectionString).Uri.Port;

    /// <summary>A text file that says nothing, of about so many megabytes.</summary>
    public string Text(string name, int megabytes = 0)
    {
        var path = _files.File(name);
        using var writer = new StreamWriter(path);
        writer.WriteLine("Plainly fictional.");
        for (var line = 0; line < megabytes * 16_384; line++)
        {
            writer.WriteLine("Plainly fictional words in a line of sixty-four letters, no more");
        }

        return path;
    }

    /// <summary>Where a file of this name was written.</summary>
    public string PathOf(string name) => _files.File(name);

    /// <summary>The harmless string that every scanner reports, put together here so that no scanner takes the test for it.</summary>
    public string Infected(string name)
    {
        var path = _files.File(name);
        File.WriteAllText(path, @"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*");
        return path;
    }

    /// <summary>One of the sample lists.</summary>
    public string List(string name)
    {
        var path = _files.File(name);
        using var file = File.Create(path);
        SampleLists.All.Single(sample => sample.Name == name).Write(file);
        return path;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_network is not null)
        {
            await _network.DisposeAsync();
        }

        if (_storage is not null)
        {
            await _storage.DisposeAsync();
        }

        _folder.Dispose();
        _files.Dispose();
        _data.Dispose();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.ConfigureServices(TestPresent.Give);
        foreach (var (name, value) in _folder.Settings)
        {
            builder.UseSetting(name, value);
        }

        builder.UseSetting("AreaSend:Blobs:ConnectionString", _storage!.ConnectionString.Replace($":{StoragePort}/", $":{Network.Port}/", StringComparison.Ordinal));
    }
}
