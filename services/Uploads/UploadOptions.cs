namespace AreaSend.Services.Uploads;

/// <summary>Settings under <c>AreaSend:Uploads</c>.</summary>
public sealed class UploadOptions
{
    /// <summary>The section that these settings stand in.</summary>
    public const string Section = "AreaSend:Uploads";

    /// <summary>The largest file that is taken, in megabytes.</summary>
    public int LargestFileMegabytes { get; set; } = 100;

    /// <summary>How long an address takes the file that it was given out for.</summary>
    public TimeSpan TicketLife { get; set; } = TimeSpan.FromMinutes(20);

    /// <summary>How long without an announcement before documents that came unannounced are looked for.</summary>
    public TimeSpan SweepEvery { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How many files of one inspection may be on their way at once.</summary>
    public int MostAtOnce { get; set; } = 200;

    /// <summary>How much all files of one inspection may take up together, in gigabytes, all versions and refused ones counted.</summary>
    public int LargestInspectionGigabytes { get; set; } = 50;

    /// <summary>The same in bytes.</summary>
    public long LargestInspection => (long)LargestInspectionGigabytes << 30;

    /// <summary>Longest file name that is kept.</summary>
    public const int LongestName = 500;

    /// <summary>The largest file in bytes.</summary>
    public long LargestFile => (long)LargestFileMegabytes << 20;

    /// <summary>The limit in a sentence, to be told before and after.</summary>
    public string LimitInWords => $"A file may have up to {LargestFileMegabytes} MB. Send a larger one in parts.";
}
