
namespace AreaSend.Lists.Samples;

/// <summary>A sample list to be written to a file.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="List">The list it holds, or null for both.</param>
/// <param name="Rule">The name of the one rule that it breaks, or null for a clean one.</param>
/// <param name="Write">Writes the file.</param>
public sealed record SampleFile(string Name, PersonList? List, string? Rule, Action<Stream> Write);
