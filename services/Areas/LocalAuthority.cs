namespace AreaSend.Services.Areas;

/// <summary>The local authority of a local area partnership: the areas that are inspected are the areas of these 153.</summary>
/// <param name="Code">The Department for Education's three-figure code, such as 888; what the console and the CLI call the area by.</param>
/// <param name="OnsCode">The Office for National Statistics' nine-character code.</param>
/// <param name="Name">The name as published, such as "Bristol, City of".</param>
/// <param name="Type">The kind of authority as published, such as "County".</param>
/// <param name="Region">The Ofsted region.</param>
/// <param name="OfstedNumber">The number under which Ofsted publishes its reports on the area.</param>
public sealed record LocalAuthority(string Code, string OnsCode, string Name, string Type, string Region, string OfstedNumber)
{
    private const string CitySuffix = ", City of";

    /// <summary>The name as it reads in a sentence: "City of Bristol".</summary>
    public string DisplayName => Name.EndsWith(CitySuffix, StringComparison.Ordinal) ? $"City of {Name[..^CitySuffix.Length]}" : Name;
}
