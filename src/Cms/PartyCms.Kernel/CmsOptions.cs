using System.ComponentModel.DataAnnotations;

namespace PartyCms.Kernel;

/// <summary>Settings of section <c>Cms</c>; they need a restart.</summary>
public sealed class CmsOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string SectionName = "Cms";

    /// <summary>Folder of the database file, media, keys and logs; relative to the content root.</summary>
    [Required]
    public string DataPath { get; set; } = "App_Data";

    /// <summary><c>Sqlite</c> or <c>PostgreSql</c>.</summary>
    [RegularExpression("^(Sqlite|PostgreSql)$", ErrorMessage = "Cms:Database must be Sqlite or PostgreSql.")]
    public string Database { get; set; } = "Sqlite";

    /// <summary>Origin of absolute links, such as <c>https://dj.example.cn</c>; empty takes the request's.</summary>
    [RegularExpression("^(https?://[^/]+)?$", ErrorMessage = "Cms:PublicOrigin must look like https://host, without a path.")]
    public string PublicOrigin { get; set; } = "";

    /// <summary>IANA name of the zone days, months and deadlines are counted in.</summary>
    [Required]
    public string TimeZone { get; set; } = "Asia/Shanghai";

    /// <summary>What set-up of an empty database does.</summary>
    public SetupOptions Setup { get; set; } = new();
}

/// <summary>Settings of section <c>Cms:Setup</c>, used once, on an empty database.</summary>
public sealed class SetupOptions
{
    /// <summary>Name of the recipe; empty means <c>demo</c> in Development, else <c>blank</c>.</summary>
    public string Recipe { get; set; } = "";

    /// <summary>User name of the first administrator.</summary>
    public string AdminUserName { get; set; } = "admin";

    /// <summary>Its password; empty generates one and prints it once.</summary>
    public string AdminPassword { get; set; } = "";

    /// <summary>Password of the demo accounts; empty generates one and prints it once.</summary>
    public string DemoPassword { get; set; } = "";

    /// <summary>API clients made at set-up.</summary>
    public IList<ApiClientSetup> ApiClients { get; } = [];
}

/// <summary>One API client made at set-up.</summary>
public sealed class ApiClientSetup
{
    /// <summary>Its <c>client_id</c>.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>Its <c>client_secret</c>; only a hash is stored.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>Roles it holds for the whole site.</summary>
    public IList<string> Roles { get; } = [];
}
