namespace AreaSend.Lists;

/// <summary>The two person-level lists (¶ 196).</summary>
public enum PersonList
{
    /// <summary>All children and young people with an EHC plan for whom the local authority is responsible.</summary>
    One = 1,

    /// <summary>All children and young people who receive SEN support, educated in settings within the local area.</summary>
    Two = 2,
}
