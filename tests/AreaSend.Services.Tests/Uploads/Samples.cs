using System.Text;
using AreaSend.Lists.Samples;

namespace AreaSend.Services.Tests.Uploads;

/// <summary>Files that an officer might send.</summary>
internal static class Samples
{
    public static byte[] Text(string content = "What we do well, plainly fictional.") => Encoding.UTF8.GetBytes(content);

    public static byte[] List(string name)
    {
        using var file = new MemoryStream();
        SampleLists.All.Single(sample => sample.Name == name).Write(file);
        return file.ToArray();
    }
}
