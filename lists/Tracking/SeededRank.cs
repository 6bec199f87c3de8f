namespace AreaSend.Lists.Tracking;

/// <summary>The order in which children come up: a number from the seed and the unique ID, the same on every machine and in every version of .NET.</summary>
internal static class SeededRank
{
    public static ulong Of(string uniqueId, ulong seed)
    {
        // FNV-1a over the identifier, then the finishing steps of SplitMix64, so that like identifiers fall far apart.
        var mixed = 14695981039346656037UL ^ seed;
        foreach (var character in uniqueId)
        {
            mixed = (mixed ^ char.ToUpperInvariant(character)) * 1099511628211UL;
        }

        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        return mixed ^ (mixed >> 31);
    }
}
