using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Accounts.Contracts;
using PartyCms.Accounts.SignIn;
using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.RateLimits;
using PartyCms.Kernel.Web;
using SignInResult = Microsoft.AspNetCore.Identity.SignInResult;

namespace PartyCms.Accounts.Pages.Account;

/// <summary>Sign-in. It says the same for an unknown name and a wrong password, so that names cannot be tried out.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true)]
internal sealed class LoginModel(
    UserManager<Accounts.Account> accounts, SignInManager<Accounts.Account> signIn, SignInThrottle throttle, CmsDbContext db,
    AuditLog audit, IEnumerable<ISignInWay> ways) : PageModel
{
    /// <summary>Ways to sign in beside the password that this visitor has.</summary>
    public IReadOnlyList<SignInLink> OtherWays => [.. ways.Select(way => way.For(Request, SafeReturn)).OfType<SignInLink>()];

    private string SafeReturn => LocalAddress.OrElse(Return, "/me");

    [BindProperty]
    [Display(Name = "用户名")]
    [Required]
    [StringLength(256)]
    public string UserName { get; set; } = "";

    [BindProperty]
    [Display(Name = "密码")]
    [Required]
    [StringLength(256)]
    [DataType(DataType.Password)]
    public string Password { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? Return { get; set; }

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? GoOn() : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var address = CallerAddress.Of(HttpContext.Connection.RemoteIpAddress);
        if (throttle.WaitOf(address) is { } wait)
        {
            return Refuse(wait);
        }

        var result = await TryAsync();
        audit.Add(result.Succeeded ? "account.signed-in" : "account.sign-in-refused", null, UserName);
        await db.SaveChangesAsync(HttpContext.RequestAborted);
        if (result.Succeeded)
        {
            return GoOn();
        }

        throttle.Fail(address);
        ModelState.AddModelError("", "用户名或密码不对，请检查后再试。连续输错 5 次，账号会锁定 15 分钟；着急请联系管理员。");
        return Page();
    }

    private PageResult Refuse(TimeSpan wait)
    {
        Response.StatusCode = StatusCodes.Status429TooManyRequests;
        Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        ModelState.AddModelError(
            "", string.Create(CultureInfo.InvariantCulture, $"这个网络登录失败的次数太多，请 {(int)Math.Ceiling(wait.TotalMinutes)} 分钟后再试。"));
        return Page();
    }

    // For a name nobody has the password is hashed all the same: the answer must not come sooner.
    private async Task<SignInResult> TryAsync()
    {
        if (await accounts.FindByNameAsync(UserName) is { } account)
        {
            return await signIn.PasswordSignInAsync(account, Password, isPersistent: true, lockoutOnFailure: true);
        }

        accounts.PasswordHasher.HashPassword(new Accounts.Account(), Password);
        return SignInResult.Failed;
    }

    private LocalRedirectResult GoOn() => LocalRedirect(SafeReturn);
}
